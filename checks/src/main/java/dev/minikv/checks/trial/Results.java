package dev.minikv.checks.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// Gathers how each test came out.
///
/// A class that fails as a whole, before its first test or behind its last, counts as a failed
/// test. A test that is skipped, or that gives up because its assumptions do not hold, does not
/// count.
final class Results implements TestExecutionListener {

    /// The parts of a test's id that name a method.
    private static final Set<String> METHODS = Set.of("method", "test-factory", "test-template");

    private final List<TestResult> results = new ArrayList<>();

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean passed = result.getStatus() == Status.SUCCESSFUL;
        boolean failed = result.getStatus() == Status.FAILED;
        if (failed || passed && test.isTest()) {
            List<Segment> id = test.getUniqueIdObject().getSegments();
            results.add(new TestResult(testClass(id), method(id), test.getDisplayName(), passed));
        }
    }

    synchronized List<TestResult> all() {
        return List.copyOf(results);
    }

    /// Returns the simple name of the class, which is the part of the id behind JUnit's engine.
    private static String testClass(List<Segment> id) {
        String name = id.get(Math.min(1, id.size() - 1)).getValue();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// Returns the name of the method, behind which an id has the types of its parameters.
    private static String method(List<Segment> id) {
        return id.stream()
                .filter(part -> METHODS.contains(part.getType()))
                .map(part -> part.getValue().replaceFirst("\\(.*", ""))
                .findFirst()
                .orElse("");
    }
}
