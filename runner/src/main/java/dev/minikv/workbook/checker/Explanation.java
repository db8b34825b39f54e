package dev.minikv.workbook.checker;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome.Failure;
import dev.minikv.workbook.words.FirstDifference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/// What a failed test means for a learner.
///
/// @param ran what the test did, in the test's own words
/// @param expected what should have come out
/// @param got what came out instead
/// @param at the file and line to look at
/// @param rule the rule that was broken: the description (`as`) of the assertion
record Explanation(Optional<String> ran, Optional<String> expected, String got, String at, Optional<String> rule) {

    /// AssertJ puts the description of an assertion before its message, in brackets.
    private static final Pattern DESCRIBED = Pattern.compile("\\A\\[([^]]*)]\\s*(.*)\\z", Pattern.DOTALL);

    static Explanation of(Exercise exercise, Failure failure) throws IOException {
        Throwable cause = failure.cause();
        Matcher described =
                DESCRIBED.matcher(Optional.ofNullable(cause.getMessage()).orElse(""));
        boolean hasRule = described.matches();
        String message = hasRule ? described.group(2) : cause.getMessage();
        Optional<String> rule = hasRule ? Optional.of(described.group(1)) : Optional.empty();

        List<Path> testFiles = exercise.testFiles();
        Optional<StackTraceElement> inTest = frames(testFiles, cause)
                .filter(frame -> frame.getMethodName().equals(failure.test()))
                .findFirst();
        Optional<StackTraceElement> inSolution =
                frames(exercise.filesIn(exercise.workspace()), stuck(cause)).findFirst();
        Optional<String> ran = Optional.empty();
        if (inTest.isPresent()) {
            StackTraceElement frame = inTest.get();
            Path file = testFiles.stream()
                    .filter(candidate -> Report.name(candidate).equals(frame.getFileName()))
                    .findFirst()
                    .orElseThrow();
            ran = Optional.of(TestSource.read(file).whatRan(failure.test(), frame.getLineNumber()))
                    .filter(text -> !text.isEmpty());
        }
        String at = inSolution.or(() -> inTest).map(Explanation::place).orElse(exercise.testClass() + ".java");
        Values values = Values.of(cause, message);
        return new Explanation(ran, values.expected(), values.got(), at, rule);
    }

    /// The two values that an assertion compares, as text.
    private record Values(Optional<String> expected, String got) {

        static Values of(Throwable cause, String message) {
            if (cause instanceof AssertionFailedError failed
                    && failed.isExpectedDefined()
                    && failed.isActualDefined()) {
                var difference = FirstDifference.of(text(failed.getExpected()), text(failed.getActual()));
                return new Values(Optional.of(difference.expected()), difference.got());
            }
            if (cause instanceof AssertionError) {
                return new Values(Optional.empty(), message == null ? "a failed assertion" : message.strip());
            }
            if (cause instanceof TimeoutException || cause instanceof LoopGuard.Stopped) {
                return new Values(
                        Optional.of("an answer within seconds"), "none: it was still running (an endless loop?)");
            }
            return new Values(Optional.empty(), "an exception: " + cause);
        }

        /// AssertJ hands values over as it shows them: a string in quotes, which only hinder in a text of
        /// several lines.
        private static String text(ValueWrapper value) {
            String shown = String.valueOf(value.getEphemeralValue());
            boolean isText = shown.contains("\n") && shown.startsWith("\"") && shown.endsWith("\"");
            return isText ? shown.substring(1, shown.length() - 1) : shown;
        }
    }

    /// Returns where a test was stuck, if it took too long, and otherwise what it threw.
    private static Throwable stuck(Throwable cause) {
        return cause instanceof TimeoutException && cause.getCause() != null ? cause.getCause() : cause;
    }

    private static Stream<StackTraceElement> frames(List<Path> files, Throwable cause) {
        List<String> names = files.stream().map(Report::name).toList();
        return Stream.iterate(cause, thrown -> thrown != null, Throwable::getCause)
                .flatMap(thrown -> Arrays.stream(thrown.getStackTrace()))
                .filter(frame -> names.contains(frame.getFileName()));
    }

    private static String place(StackTraceElement frame) {
        return frame.getFileName() + ":" + frame.getLineNumber();
    }
}
