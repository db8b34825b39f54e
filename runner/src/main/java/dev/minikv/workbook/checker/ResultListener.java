package dev.minikv.workbook.checker;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Collects JUnit's results for the tests of one exercise.
final class ResultListener implements TestExecutionListener {

    /// The name of a failure outside of tests, such as in a @BeforeAll.
    private static final String BEFORE_THE_TESTS = "the_tests_could_not_be_run";

    private static final String AT_NO_END = "the_tests_did_not_end";

    private static final String AFTER_THE_TESTS = "nothing_keeps_running_after_the_tests";

    private final Printed printed;
    private final Map<String, Integer> marks = new HashMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Failure> exits = new ArrayList<>();
    private final StringBuilder published = new StringBuilder();
    private String current = BEFORE_THE_TESTS;
    private int currentMark = 0;
    private boolean ignoresTheRest = false;
    private boolean hasNews = false;
    private long planned = 0;
    private int passed = 0;
    private int tests = 0;
    private int loops = 0;

    /// Creates a listener.
    ///
    /// @param printed the output of the tests
    ResultListener(Printed printed) {
        this.printed = printed;
    }

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan plan) {
        planned = plan.countTestIdentifiers(TestIdentifier::isTest);
    }

    @Override
    public synchronized void dynamicTestRegistered(TestIdentifier test) {
        planned += test.isTest() ? 1 : 0;
    }

    @Override
    public synchronized void executionStarted(TestIdentifier test) {
        hasNews = true;
        marks.put(test.getUniqueId(), printed.mark());
        if (test.isTest()) {
            current = name(test);
            currentMark = printed.mark();
        }
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        hasNews = true;
        if (ignoresTheRest) {
            return;
        }
        if (test.isTest()) {
            tests++;
            passed += result.getStatus() == Status.SUCCESSFUL ? 1 : 0;
            current = AFTER_THE_TESTS;
        }
        result.getThrowable().ifPresent(cause -> {
            loops += isLoop(cause) ? 1 : 0;
            failures.add(new Failure(name(test), cause, printedSince(test)));
        });
    }

    /// Returns whether a test failed because something did not end. That may be a static initialiser, on
    /// which the JVM later reports only the name of the error.
    static boolean isLoop(Throwable cause) {
        return cause instanceof TimeoutException
                || cause instanceof LoopGuard.Stopped
                || cause instanceof NoClassDefFoundError
                        && String.valueOf(cause.getCause()).contains(LoopGuard.Stopped.class.getName());
    }

    private String printedSince(TestIdentifier test) {
        return printed.since(marks.getOrDefault(test.getUniqueId(), 0));
    }

    /// Returns how many tests failed because they did not end.
    synchronized int loops() {
        return loops;
    }

    /// Returns whether a test has started or ended since the last call.
    synchronized boolean hasNews() {
        boolean had = hasNews;
        hasNews = false;
        return had;
    }

    /// Ignores all further results: from now on, tests end only because the run was ended.
    synchronized void ignoreTheRest() {
        ignoresTheRest = true;
    }

    /// Records that the run was given up in the middle of a test, and where it was stuck.
    synchronized void gaveUp(Throwable cause) {
        if (!ignoresTheRest) {
            failures.add(new Failure(AT_NO_END, cause, printed.since(currentMark)));
            ignoreTheRest();
        }
    }

    /// Records that something kept running after the tests, and where it was.
    synchronized void leftBehind(Throwable cause) {
        failures.add(new Failure(AFTER_THE_TESTS, cause, ""));
    }

    /// Records that the exercise tried to end the program.
    synchronized void exited(Throwable cause) {
        exits.add(new Failure(current, cause, printed.since(currentMark)));
    }

    @Override
    public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        entry.getKeyValuePairs()
                .values()
                .forEach(text -> published.append(text.stripTrailing()).append('\n'));
    }

    /// Returns the outcome of all tests.
    synchronized Outcome outcome(Exercise exercise) {
        if (tests == 0 && failures.isEmpty() && exits.isEmpty()) {
            throw new WorkbookException("exercise %s ran no tests".formatted(exercise.id()));
        }
        if (failures.isEmpty() && exits.isEmpty()) {
            return new Outcome.Solved(tests, printed.since(0), published.toString());
        }
        failures.sort(Comparator.comparingInt(failure -> readingOrder(exercise, failure)));
        failures.addAll(0, exits); // other failures may be a consequence
        int all = ignoresTheRest && tests > 0 ? (int) Math.max(tests, planned) : tests;
        return new Outcome.NotSolved(List.copyOf(failures), passed, all, published.toString());
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
