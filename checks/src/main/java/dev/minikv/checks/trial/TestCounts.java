package dev.minikv.checks.trial;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.generated.GeneratedTable;
import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Table;
import dev.minikv.checks.step.Steps;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;

/// Writes how many tests of each kind a step has: `tests`.
///
/// A person says which classes belong to a kind, and what question it asks. The step's tests are run, and
/// all must pass. A parameterised test counts once for each invocation, as in Maven's report. Each test
/// class must belong to a kind.
public final class TestCounts implements Generator {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final int TESTS = 2; // the column

    private final Path root;

    public TestCounts(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "tests";
    }

    @Override
    public boolean writes(Table table) {
        return TestKind.areIn(table);
    }

    @Override
    public List<String> lines(Page page, Generated block) throws IOException {
        Map<String, Long> tests = passed(Steps.of(root, page));
        var classes = new TreeSet<>(tests.keySet());
        List<String> lines = new ArrayList<>(block.lines());
        for (TestKind kind : TestKind.in(new Page(page.path(), String.join("\n", lines)))) {
            if (!tests.keySet().containsAll(kind.classes())) {
                throw new IOException("there are no tests in one of " + kind.classes() + "; the classes with tests are "
                        + tests.keySet());
            }
            classes.removeAll(kind.classes());
            long sum = kind.classes().stream().mapToLong(tests::get).sum();
            lines.set(kind.line() - 1, withCount(lines.get(kind.line() - 1), sum));
        }
        if (!classes.isEmpty()) {
            throw new IOException("a test class belongs to no kind: " + classes);
        }
        return lines;
    }

    private static String withCount(String row, long tests) {
        List<String> cells = new ArrayList<>(GeneratedTable.cells(row));
        cells.set(TESTS, Long.toString(tests));
        return GeneratedTable.line(cells);
    }

    /// Runs a step's tests, and returns how many of each class have passed.
    private static Map<String, Long> passed(Step step) throws IOException {
        List<TestResult> results;
        try (Trial trial = Trial.of(step.folder(), LIMIT)) {
            results = trial.run();
        } catch (CompilationException | InterruptedException | TimeoutException e) {
            throw new IOException("the tests of " + Steps.name(step) + " do not run: " + e.getMessage(), e);
        }
        for (TestResult result : results) {
            if (!result.passed()) {
                throw new IOException("a test fails: " + result.testClass() + ", " + result.label());
            }
        }
        return results.stream().collect(groupingBy(TestResult::testClass, TreeMap::new, counting()));
    }
}
