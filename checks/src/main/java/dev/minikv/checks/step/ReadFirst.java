package dev.minikv.checks.step;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Excerpt;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import dev.minikv.workbook.catalog.Catalog;
import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Which sections of a chapter an exercise needs: the row of the chapter's table and the line `Read first:` of
/// the task name the same ones, and the task calls them by their headings.
///
/// That the links of a row lead somewhere is what [dev.minikv.checks.page.Links] checks.
public final class ReadFirst implements Check<MatchResult> {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?<id>\\d+\\.\\d+) \\|(?<cells>.*)\\|$");
    private static final Pattern ANCHOR = Pattern.compile("]\\(#([^)]*)\\)");
    private static final Pattern LINE = Pattern.compile("(?m)^Read first: .*$");
    private static final Pattern LINK =
            Pattern.compile("\\[(?<title>[^]]+)]\\([./]*(?<page>docs/[^)#]+)#(?<anchor>[^)]*)\\)");

    private final Catalog catalog;

    /// Creates a check against the tasks of a project.
    ///
    /// @throws IOException if its exercises cannot be read
    public ReadFirst(Path root) throws IOException {
        this.catalog = Catalog.read(root);
    }

    @Override
    public List<MatchResult> statements(Page page) {
        return ROW.matcher(page.text()).results().toList();
    }

    @Override
    public List<Problem> problems(Page page, MatchResult row) throws IOException {
        int line = (int) page.text().substring(0, row.start()).lines().count() + 1;
        Optional<Exercise> exercise = catalog.find(row.group("id"));
        if (exercise.isEmpty()) {
            return List.of(new Problem(line, "there is no such exercise", "an exercise", row.group("id")));
        }
        List<MatchResult> links = links(exercise.get().text("exercise.md"));
        List<String> inTask = links.stream()
                .filter(link -> link.group("page").equals(page.path()))
                .map(link -> link.group("anchor"))
                .toList();
        List<String> inRow = ANCHOR.matcher(row.group("cells"))
                .results()
                .map(anchor -> anchor.group(1))
                .toList();
        var problems = new ArrayList<Problem>();
        if (inTask.isEmpty() || !inTask.equals(inRow)) {
            problems.add(new Problem(line, "the task says to read other sections first", inTask + "", inRow + ""));
        }
        for (MatchResult link : links) {
            String heading = heading(page, link.group("anchor"));
            if (link.group("page").equals(page.path()) && !link.group("title").equals(heading)) {
                problems.add(
                        new Problem(line, "the task calls a section by other words", heading, link.group("title")));
            }
        }
        return problems;
    }

    private static List<MatchResult> links(String task) {
        return LINE.matcher(task)
                .results()
                .flatMap(line -> LINK.matcher(line.group()).results())
                .toList();
    }

    /// Returns the words of the heading with an anchor, or the empty string if there is none.
    private static String heading(Page page, String anchor) {
        List<String> headings = page.headings().stream().map(Excerpt::text).toList();
        int place = List.copyOf(page.anchors()).indexOf(anchor);
        return place >= 0 && place < headings.size() ? headings.get(place) : "";
    }
}
