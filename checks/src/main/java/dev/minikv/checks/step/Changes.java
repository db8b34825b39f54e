package dev.minikv.checks.step;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Excerpt;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import dev.minikv.checks.page.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Checks what a chapter says has changed since the step before.
///
/// It says so in tables that start with the columns `file` and `change`, or `test file` and
/// `change` for what is below `src/test`. A file is named by its path below the step's package, or
/// below the folder of resources. A change is one of new, changed, same and removed.
///
/// What is not listed is said to be the same; only a new test file may go without saying.
public final class Changes implements Check<Changes.Claim> {

    private static final String HEADING = "What changed since the last step";

    private final Path root;

    public Changes(Path root) {
        this.root = root;
    }

    /// Something that a chapter says about files of its step.
    public sealed interface Claim {

        /// The number of the line that says it.
        int line();

        /// A row of a table.
        record Listed(int line, Part part, String file, String change) implements Claim {}

        /// What goes without saying: no other file has changed.
        record TheRest(int line, List<Listed> listed) implements Claim {}
    }

    /// A part of a step, whose files are listed in a table of their own.
    public enum Part {
        MAIN("file", "main"),
        TEST("test file", "test");

        private final String column;
        private final String folder;

        Part(String column, String folder) {
            this.column = column;
            this.folder = folder;
        }
    }

    @Override
    public List<Claim> statements(Page page) {
        if (!Step.isChapter(page) || Step.number(page) == 1) {
            return List.of(); // there is no step before the first
        }
        var listed = new ArrayList<Claim.Listed>();
        for (Table table : page.tables()) {
            for (Part part : Part.values()) {
                if (table.startsWith(part.column, "change")) {
                    table.rows().forEach(row -> listed.add(listed(part, row)));
                }
            }
        }
        var claims = new ArrayList<Claim>(listed);
        claims.add(new Claim.TheRest(lineOfHeading(page), listed));
        return claims;
    }

    private static Claim.Listed listed(Part part, Table.Row row) {
        return new Claim.Listed(row.line(), part, row.words(0), row.words(1));
    }

    private static int lineOfHeading(Page page) {
        return page.headings().stream()
                .filter(heading -> heading.text().equals(HEADING))
                .map(Excerpt::line)
                .findFirst()
                .orElse(1);
    }

    @Override
    public List<Problem> problems(Page page, Claim claim) throws IOException {
        Step now = Step.of(root, page);
        Step before = Step.numbered(root, now.number() - 1);
        var problems = new ArrayList<Problem>();
        switch (claim) {
            case Claim.Listed(int line, Part part, String file, String said) -> {
                String actual = changes(part, before, now).getOrDefault(file, "in neither step");
                if (!said.equals(actual)) {
                    problems.add(new Problem(line, "the change of " + file + " is false", said, actual));
                }
            }
            case Claim.TheRest(int line, List<Claim.Listed> listed) -> {
                for (Part part : Part.values()) {
                    Map<String, String> unlisted = changes(part, before, now);
                    unlisted.keySet().removeAll(names(listed, part));
                    unlisted.forEach((file, actual) -> {
                        if (!goesWithoutSaying(part, actual)) {
                            problems.add(new Problem(line, "no table lists " + file, "same", actual));
                        }
                    });
                }
            }
        }
        return problems;
    }

    private static Set<String> names(List<Claim.Listed> listed, Part part) {
        return listed.stream()
                .filter(row -> row.part() == part)
                .map(Claim.Listed::file)
                .collect(Collectors.toSet());
    }

    private static boolean goesWithoutSaying(Part part, String change) {
        return change.equals("same") || part == Part.TEST && change.equals("new");
    }

    /// Returns what has become of each file.
    private static Map<String, String> changes(Part part, Step before, Step now) throws IOException {
        Map<String, String> old = before.sources(part.folder);
        Map<String, String> current = now.sources(part.folder);
        var names = new TreeSet<>(old.keySet());
        names.addAll(current.keySet());
        var changes = new TreeMap<String, String>();
        for (String name : names) {
            changes.put(name, change(old.get(name), current.get(name)));
        }
        return changes;
    }

    /// Compares two texts, of which one may be null: there was, or is, no such file.
    private static String change(String old, String current) {
        if (old == null) {
            return "new";
        }
        if (current == null) {
            return "removed";
        }
        return old.equals(current) ? "same" : "changed";
    }
}
