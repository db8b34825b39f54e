package dev.minikv.checks.word;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Checks that nothing uses a word that the project does without.
///
/// The list is the table under *English* in `CONTRIBUTING.md`, which also has the phrases in which such a
/// word is good English. The resource `exceptions.txt` has phrases that are good in one file.
public final class Words implements Check<Use> {

    private static final String EXCEPTIONS = "exceptions.txt";

    private final Path root;
    private final WordList list;

    /// Creates a check against the list of a project.
    ///
    /// @throws IOException if its page or the exceptions cannot be read
    public Words(Path root) throws IOException {
        this(root, exceptions());
    }

    Words(Path root, String exceptions) throws IOException {
        this.root = root;
        this.list = WordList.of(Page.read(root, root.resolve("CONTRIBUTING.md")), exceptions);
    }

    private static String exceptions() throws IOException {
        try (InputStream resource = Words.class.getResourceAsStream(EXCEPTIONS)) {
            return new String(resource.readAllBytes(), UTF_8);
        }
    }

    /// Returns how many words are on the list.
    int size() {
        return list.words().size();
    }

    @Override
    public List<Use> statements(Page page) {
        return list.uses(page.path(), page.passages());
    }

    @Override
    public List<Problem> problems(Page page, Use use) {
        return use.isExcused() ? List.of() : List.of(use.problem());
    }

    /// What was found in all files of a project.
    ///
    /// @param files how many files were read, by their kind, such as "java"
    /// @param problems the uses that nothing allows, and the allowed phrases that nothing uses
    record Report(SortedMap<String, Integer> files, List<String> problems) {}

    /// Reads every file of the project.
    Report report() throws IOException {
        var files = new TreeMap<String, Integer>();
        var uses = new ArrayList<Use>();
        var problems = new ArrayList<String>();
        for (Map.Entry<String, Path> file : ProjectTexts.files(root).entrySet()) {
            String path = file.getKey();
            List<Use> here = list.uses(path, ProjectTexts.passages(path, Files.readString(file.getValue())));
            here.stream()
                    .filter(use -> !use.isExcused())
                    .forEach(use -> problems.add(use.problem().in(path)));
            files.merge(ProjectTexts.kind(path), 1, Integer::sum);
            uses.addAll(here);
        }
        list.stale(uses).forEach(phrase -> problems.add("no longer used, so no exception any more: " + phrase));
        return new Report(files, problems);
    }
}
