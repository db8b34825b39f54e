package dev.minikv.checks.bug;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Fence;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import dev.minikv.checks.step.Steps;
import dev.minikv.checks.trial.CompilationException;
import dev.minikv.checks.trial.TestKind;
import dev.minikv.checks.trial.TestResult;
import dev.minikv.checks.trial.Trial;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Checks a chapter's claims about bugs: which kind of test is the first to catch each of them.
///
/// A `diff` block shows a bug in the source file that is named after the block's language. A row of a table
/// says what catches the bug, and another table says which test classes are of which kind: see [Patch],
/// [Catch] and [TestKind]. The check plants the bug in a copy of the step and runs tests there: those of
/// the kinds that should miss it, and then those of the first kind that should catch it.
public final class PlantedBugs implements Check<Bug> {

    private final Path root;
    private final Duration limit;

    /// Creates the check.
    ///
    /// @param limit how long the tests may take with a bug
    public PlantedBugs(Path root, Duration limit) {
        this.root = root;
        this.limit = limit;
    }

    @Override
    public List<Bug> statements(Page page) {
        return Bug.on(page);
    }

    @Override
    public List<Problem> problems(Page page, Bug bug) throws Exception {
        if (bug.diffs().size() != 1 || bug.catches().size() != 1) {
            String actual = "diffs: %s, rows: %s"
                    .formatted(bug.diffs().size(), bug.catches().size());
            return problem(bug.line(), bug + " is not complete", "one diff, one row", actual);
        }
        List<TestKind> kinds = TestKind.in(page);
        Catch said = bug.catches().getFirst();
        List<Problem> ofForm = said.problems(kinds);
        return ofForm.isEmpty() ? plant(Steps.of(root, page), bug, said, kinds) : ofForm;
    }

    private List<Problem> plant(Step step, Bug bug, Catch said, List<TestKind> kinds) throws Exception {
        Fence diff = bug.diffs().getFirst();
        Path source = root.resolve(diff.source()).normalize();
        if (!source.startsWith(step.folder().resolve("src")) || !Files.isRegularFile(source)) {
            return problem(diff.line(), "the diff names no source of its step", diff.source(), "no such file");
        }
        Patch patch = Patch.of(diff, Files.readAllLines(source));
        if (!patch.problems().isEmpty()) {
            return patch.problems();
        }
        try {
            String text = String.join("\n", patch.source());
            try (Trial planted = Trial.changed(step.folder(), source, text, limit)) {
                return difference(bug, said, kinds, planted);
            }
        } catch (CompilationException e) {
            return problem(diff.line(), bug + " does not compile", diff.source(), e.getMessage());
        } catch (TimeoutException e) {
            return problem(said.line(), bug + " keeps the tests running", "the tests end", "they do not");
        }
    }

    /// Runs the kinds of tests up to the first that should catch the bug.
    private static List<Problem> difference(Bug bug, Catch said, List<TestKind> kinds, Trial planted)
            throws IOException, InterruptedException, TimeoutException {
        TestKind catcher = said.caughtBy(kinds);
        List<TestKind> missing = said.missedBy(kinds);
        List<TestResult> failures = planted
                .run(Stream.concat(missing.stream(), Stream.of(catcher))
                        .flatMap(kind -> kind.classes().stream())
                        .toList())
                .stream()
                .filter(result -> !result.passed())
                .toList();
        for (TestKind kind : missing) {
            List<TestResult> early = ofKind(kind, failures);
            if (!early.isEmpty()) {
                String actual = kind.name() + ", by " + labels(early);
                return problem(said.line(), bug + " is caught earlier", catcher.name(), actual);
            }
        }
        if (failures.isEmpty()) {
            String actual = "no test of this kind fails";
            return problem(said.line(), bug + " is not caught", catcher.name(), actual);
        }
        return said.tests().stream()
                .filter(test -> failures.stream().noneMatch(failure -> failure.isCalled(test)))
                .flatMap(test -> problem(said.line(), bug + " fails other tests", test, labels(failures)).stream())
                .toList();
    }

    private static List<TestResult> ofKind(TestKind kind, List<TestResult> failures) {
        return failures.stream()
                .filter(failure -> kind.classes().contains(failure.testClass()))
                .toList();
    }

    private static String labels(List<TestResult> results) {
        return results.stream().map(TestResult::label).distinct().toList().toString();
    }

    private static List<Problem> problem(int line, String what, String expected, String actual) {
        return List.of(new Problem(line, what, expected, actual));
    }
}
