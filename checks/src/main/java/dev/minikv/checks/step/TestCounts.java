package dev.minikv.checks.step;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import dev.minikv.checks.page.Table;
import dev.minikv.checks.trial.TestResult;
import dev.minikv.checks.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Checks how many tests of each kind a chapter says that its step has.
///
/// The step's tests are run, and all must pass. A test that is called for several arguments counts
/// once for each, as in Maven's report. Each test class has to belong to a kind.
public final class TestCounts implements Check<Table> {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Path root;
    private final Path folder;

    /// Creates the check.
    ///
    /// @param folder where it may build steps
    public TestCounts(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    @Override
    public List<Table> statements(Page page) {
        return page.tables().stream().filter(TestKind::areIn).toList();
    }

    @Override
    public List<Problem> problems(Page page, Table table) throws Exception {
        Step step = Step.of(root, page);
        Trial trial = Trial.of(step.folder(), Files.createTempDirectory(folder, "step"), LIMIT);
        List<TestResult> results = trial.run();
        var problems = new ArrayList<Problem>();
        var classes = results.stream().map(TestResult::testClass).collect(Collectors.toCollection(TreeSet::new));
        for (TestKind kind : TestKind.in(table)) {
            long tests = results.stream()
                    .filter(result -> kind.classes().contains(result.testClass()))
                    .count();
            if (!kind.tests().equals(Long.toString(tests))) {
                String what = "the number of tests in " + String.join(" and ", kind.classes()) + " is false";
                problems.add(new Problem(kind.line(), what, kind.tests(), Long.toString(tests)));
            }
            classes.removeAll(kind.classes());
        }
        if (!classes.isEmpty()) {
            String what = "a test class is of no kind";
            problems.add(new Problem(table.line(), what, "a row for each", "none for " + classes));
        }
        for (TestResult result : results) {
            if (!result.passed()) {
                String test = result.testClass() + ", " + result.label();
                problems.add(new Problem(table.line(), "a test fails on the step as it is", "none", test));
            }
        }
        return problems;
    }
}
