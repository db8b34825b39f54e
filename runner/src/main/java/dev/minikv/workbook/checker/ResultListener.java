package dev.minikv.workbook.checker;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// Gathers what JUnit says of each test of one exercise.
final class ResultListener implements TestExecutionListener {

    /// What a failure is called that is not of a test, but such as of a @BeforeAll.
    private static final String BEFORE_THE_TESTS = "the_tests_could_not_be_run";

    private static final String AT_NO_END = "the_tests_did_not_end";

    private final List<Failure> failures = new ArrayList<>();
    private final StringBuilder published = new StringBuilder();
    private int passed = 0;
    private int tests = 0;

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            tests++;
            passed += result.getStatus() == Status.SUCCESSFUL ? 1 : 0;
        }
        result.getThrowable().ifPresent(cause -> failures.add(new Failure(name(test), cause)));
    }

    /// Notes that the run was given up in the middle of a test, and where it was stuck.
    synchronized void gaveUp(Throwable cause) {
        tests++;
        failures.add(new Failure(AT_NO_END, cause));
    }

    @Override
    public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        entry.getKeyValuePairs()
                .values()
                .forEach(text -> published.append(text.stripTrailing()).append('\n'));
    }

    /// Returns what they come to.
    ///
    /// @param printed what the solution printed meanwhile
    synchronized Outcome outcome(Exercise exercise, String printed) {
        if (tests == 0 && failures.isEmpty()) {
            throw new WorkbookException("exercise %s ran no test at all".formatted(exercise.id()));
        }
        if (failures.isEmpty()) {
            return new Outcome.Solved(tests, published.toString());
        }
        failures.sort(Comparator.comparingInt(failure -> readingOrder(exercise, failure)));
        return new Outcome.NotSolved(List.copyOf(failures), passed, tests, printed, published.toString());
    }

    private static int readingOrder(Exercise exercise, Failure failure) {
        int place = exercise.tests().indexOf(failure.test());
        return place == -1 ? Integer.MAX_VALUE : place;
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElse(BEFORE_THE_TESTS);
    }
}
