package dev.minikv.workbook.checker;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.catalog.Catalog;
import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Prints the short report below the output of an IDE when a learner runs an exercise's tests there.
///
/// JUnit finds this class as a service. It looks only at tests with a tag such as exercise-1.1.
public final class IdeReport implements TestExecutionListener {

    private static final String TAG = "exercise-";

    private final Map<String, ResultListener> resultsById = new TreeMap<>();

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        JavaRepresentation.use();
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        id(test).ifPresent(id -> results(id).executionFinished(test, result));
    }

    @Override
    public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        id(test).ifPresent(id -> results(id).reportingEntryPublished(test, entry));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        resultsById.forEach((id, results) -> {
            try {
                print(id, results);
            } catch (IOException | WorkbookException e) {
                System.out.println("no report on exercise " + id + ": " + e.getMessage());
            }
        });
    }

    private static void print(String id, ResultListener results) throws IOException {
        Catalog catalog = Catalog.read(Catalog.rootOf(Path.of("")));
        Optional<Exercise> exercise = catalog.find(id);
        if (exercise.isPresent()) {
            int ofStep = catalog.ofStep(exercise.get().step()).size();
            Report.of(exercise.get(), ofStep, results.outcome(exercise.get())).forEach(System.out::println);
        }
    }

    private ResultListener results(String id) {
        return resultsById.computeIfAbsent(id, _ -> new ResultListener(new Printed()));
    }

    private static Optional<String> id(TestIdentifier test) {
        return test.getTags().stream()
                .map(TestTag::getName)
                .filter(tag -> tag.startsWith(TAG))
                .map(tag -> tag.substring(TAG.length()))
                .findFirst();
    }
}
