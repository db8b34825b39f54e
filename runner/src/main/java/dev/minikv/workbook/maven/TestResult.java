package dev.minikv.workbook.maven;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The outcome of one test.
///
/// @param testClass its class with the nested classes, as a person reads them
/// @param test its name as a sentence; empty if the whole class failed
/// @param state how it ended
/// @param failure what it said when it failed, line by line; otherwise nothing
/// @param place where it failed, such as ModelTest.java:22, if that is known
public record TestResult(String testClass, String test, State state, List<String> failure, Optional<String> place) {

    /// How a test ended.
    public enum State {
        /// As it should.
        PASSED,
        /// In an assertion or in another exception.
        FAILED,
        /// It was not run.
        SKIPPED
    }

    private static final Pattern STACK = Pattern.compile("^\\s+at .*", Pattern.MULTILINE);
    private static final Pattern OWN_PLACE = Pattern.compile("\\bat dev\\.minikv\\.[^(]*\\((\\w+\\.java:\\d+)\\)");

    /// Reads a result as Surefire reports it.
    ///
    /// @param className such as dev.minikv.step02.store.ContractTest$ForLogStore
    /// @param method such as a_session_shows_its_transcript(String)[3]
    /// @param details the stack trace of a failure, with its message
    static TestResult of(String className, String method, State state, String details) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        String name = method.replaceFirst("\\([^)]*\\)", "").replaceFirst("\\[", " [");
        Matcher place = OWN_PLACE.matcher(details);
        return new TestResult(
                words(simple.replace("$", ", ")),
                words(name),
                state,
                message(details),
                place.find() ? Optional.of(place.group(1)) : Optional.empty());
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }

    /// An assertion speaks for itself; of any other exception the type matters too.
    private static List<String> message(String details) {
        String message = STACK.matcher(details)
                .replaceAll("")
                .replaceFirst("^(java\\.lang|org\\.opentest4j)\\.Assertion(Failed)?Error: ?", "");
        return message.strip().lines().toList();
    }
}
