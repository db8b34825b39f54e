package dev.minikv.workbook.engine;

import dev.minikv.workbook.catalog.CatalogException;
import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.engine.Verdict.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// Gathers what JUnit says of each test of one exercise.
final class Results implements TestExecutionListener {

    private final List<Failure> failures = new ArrayList<>();
    private final StringBuilder published = new StringBuilder();
    private int tests = 0;

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            tests++;
        }
        result.getThrowable().ifPresent(cause -> failures.add(new Failure(name(test), cause)));
    }

    @Override
    public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        entry.getKeyValuePairs()
                .values()
                .forEach(text -> published.append(text.strip()).append('\n'));
    }

    /// Returns what they come to.
    ///
    /// @param printed what the solution printed meanwhile
    Verdict verdict(Exercise exercise, String printed) {
        if (tests == 0 && failures.isEmpty()) {
            throw new CatalogException("exercise %s ran no test at all".formatted(exercise.id()));
        }
        if (failures.isEmpty()) {
            return new Verdict.Solved(tests, published.toString());
        }
        failures.sort(Comparator.comparingInt(failure -> readingOrder(exercise, failure)));
        return new Verdict.NotSolved(List.copyOf(failures), tests, printed, published.toString());
    }

    private static int readingOrder(Exercise exercise, Failure failure) {
        int place = exercise.tests().indexOf(failure.test());
        return place == -1 ? Integer.MAX_VALUE : place;
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElse(test.getDisplayName());
    }
}
