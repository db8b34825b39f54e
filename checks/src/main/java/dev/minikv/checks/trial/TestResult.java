package dev.minikv.checks.trial;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.testkit.engine.Event;

/// The result of one test.
///
/// @param testClass the simple name of its class, which for a nested one is the outermost
/// @param method the name of its method; empty for a failure outside of methods, such as of a class
/// @param displayName its name in a report, which may tell one invocation of the method from another
/// @param passed whether it passed
public record TestResult(String testClass, String method, String displayName, boolean passed) {

    private static final String NUMBER = "^\\[\\d+] ";

    /// The parts of a test's id that name a method.
    private static final Set<String> METHODS = Set.of("method", "test-factory", "test-template");

    /// Returns the result of a test that has ended.
    ///
    /// A class that fails as a whole, before its first test or after its last, counts as a failed test. A
    /// test that is aborted by an assumption does not count.
    static Optional<TestResult> of(Event end) {
        TestDescriptor test = end.getTestDescriptor();
        Status status = end.getRequiredPayload(TestExecutionResult.class).getStatus();
        boolean passed = status == Status.SUCCESSFUL;
        boolean counts = status == Status.FAILED || passed && test.isTest();
        List<Segment> id = test.getUniqueId().getSegments();
        return counts
                ? Optional.of(new TestResult(testClass(id), method(id), test.getDisplayName(), passed))
                : Optional.empty();
    }

    /// Returns the simple name of the class, which is the part of the id after JUnit's engine.
    private static String testClass(List<Segment> id) {
        String name = id.get(Math.min(1, id.size() - 1)).getValue();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// Returns the name of the method, without the types of its parameters, which an id has after it.
    private static String method(List<Segment> id) {
        return id.stream()
                .filter(part -> METHODS.contains(part.getType()))
                .map(part -> part.getValue().replaceFirst("\\(.*", ""))
                .findFirst()
                .orElse("");
    }

    /// Returns whether this is the name of its method, or of the argument that the method was called with.
    public boolean isCalled(String name) {
        return name.equals(method) || name.equals(displayName.replaceFirst(NUMBER, ""));
    }

    /// Returns a name for people: the method, with its argument if it has one.
    public String label() {
        if (method.isEmpty()) {
            return displayName;
        }
        String argument = displayName.replaceFirst(NUMBER, "");
        return argument.equals(displayName) ? method : method + "(" + argument + ")";
    }
}
