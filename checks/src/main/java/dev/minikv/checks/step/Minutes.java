package dev.minikv.checks.step;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import dev.minikv.workbook.catalog.Catalog;
import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Checks how many minutes exercises take: a page must say the same as `exercise.properties`, about one
/// exercise or about all exercises of a step together. Tasks are checked by the proof of the exercise.
public final class Minutes implements Check<MatchResult> {

    /// A row of a chapter's table, or a row that links to a chapter.
    private static final Pattern CLAIM = Pattern.compile("(?m)^\\| (?<row>\\d+\\.\\d+) \\|.*\\| (?<ofRow>\\d+) \\|$"
            + "|^\\|.*\\bstep-(?<step>\\d+)-.*exercises\\S* (?<ofStep>\\d+) \\|$");

    private final Catalog catalog;

    /// Creates a check against the exercises of a project.
    ///
    /// @throws IOException if they cannot be read
    public Minutes(Path root) throws IOException {
        this.catalog = Catalog.read(root);
    }

    @Override
    public List<MatchResult> statements(Page page) {
        return CLAIM.matcher(page.text()).results().toList();
    }

    @Override
    public List<Problem> problems(Page page, MatchResult claim) {
        String id = claim.group("row");
        List<Exercise> exercises = id == null
                ? catalog.ofStep(Integer.parseInt(claim.group("step")))
                : catalog.find(id).stream().toList();
        String minutes = "" + exercises.stream().mapToInt(Exercise::minutes).sum();
        String said = claim.group(id == null ? "ofStep" : "ofRow");
        int line = (int) page.text().substring(0, claim.start()).lines().count() + 1;
        return said.equals(minutes)
                ? List.of()
                : List.of(new Problem(line, "the minutes of exercises differ", minutes, said));
    }
}
