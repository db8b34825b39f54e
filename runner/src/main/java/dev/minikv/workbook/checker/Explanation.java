package dev.minikv.workbook.checker;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome.Failure;
import dev.minikv.workbook.words.FirstDifference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/// What a failed test means for a learner.
///
/// @param ran the code of the test that ran
/// @param expected the expected result
/// @param got the actual result
/// @param at the file and line to look at
/// @param rule the rule that was broken: the description (`as`) of the assertion
record Explanation(Optional<String> ran, Optional<String> expected, String got, String at, Optional<String> rule) {

    /// AssertJ puts the description of an assertion before its message, in brackets.
    private static final Pattern DESCRIBED = Pattern.compile("\\A\\[([^]]*)]\\s*(.*)\\z", Pattern.DOTALL);

    /// The JVM's message on a class whose static initialiser has already failed.
    private static final Pattern WRAPPED = Pattern.compile("Exception (.*) \\[in thread \".*\"]", Pattern.DOTALL);

    static Explanation of(Exercise exercise, Failure failure) throws IOException {
        Throwable cause = failure.cause();
        Matcher described =
                DESCRIBED.matcher(Optional.ofNullable(cause.getMessage()).orElse(""));
        boolean hasRule = described.matches();
        String message = hasRule ? described.group(2) : cause.getMessage();
        Optional<String> rule = hasRule ? Optional.of(described.group(1)) : Optional.empty();

        List<Path> testFiles = exercise.testFiles();
        List<Path> solutionFiles = new ArrayList<>(exercise.sourcesIn(exercise.workspace()));
        solutionFiles.removeAll(exercise.givenFiles());
        Optional<StackTraceElement> inSolution =
                frames(solutionFiles, stuck(cause)).findFirst();
        Optional<StackTraceElement> inTest = frames(testFiles, cause)
                .filter(frame -> frame.getMethodName().equals(failure.test()))
                .findFirst();
        String at = inSolution.or(() -> inTest).map(Explanation::place).orElse(exercise.testClass() + ".java");
        Values values = Values.of(cause, message);
        return new Explanation(
                ran(failure, testFiles, inTest).filter(text -> !text.isEmpty()),
                values.expected(),
                values.got(),
                at,
                rule);
    }

    /// Returns the code of the test up to the line that is on the call stack. In an endless recursion only
    /// the innermost calls are on it: the result is then the code up to the first assertion.
    private static Optional<String> ran(Failure failure, List<Path> testFiles, Optional<StackTraceElement> inTest)
            throws IOException {
        for (Path file : testFiles) {
            boolean isOnStack = inTest.filter(frame -> Report.name(file).equals(frame.getFileName()))
                    .isPresent();
            if (isOnStack) {
                return Optional.of(TestSource.read(file)
                        .whatRan(failure.test(), inTest.get().getLineNumber()));
            }
        }
        for (Path file :
                chain(failure.cause()).anyMatch(StackOverflowError.class::isInstance) ? testFiles : List.<Path>of()) {
            String first = TestSource.read(file).whatRanFirst(failure.test());
            if (!first.isEmpty()) {
                return Optional.of(first);
            }
        }
        return Optional.empty();
    }

    private static Stream<Throwable> chain(Throwable cause) {
        return Stream.iterate(cause, thrown -> thrown != null, Throwable::getCause);
    }

    /// The two values that an assertion compares, as text.
    private record Values(Optional<String> expected, String got) {

        static Values of(Throwable cause, String message) {
            if (cause instanceof AssertionFailedError failed
                    && failed.isExpectedDefined()
                    && failed.isActualDefined()) {
                String wanted = String.valueOf(failed.getExpected().getEphemeralValue());
                String came = String.valueOf(failed.getActual().getEphemeralValue());
                boolean areTexts = isQuoted(wanted) && isQuoted(came) && (wanted + came).contains("\n");
                var difference = areTexts
                        ? FirstDifference.of(unquoted(wanted), unquoted(came))
                        : FirstDifference.of(wanted, came);
                return new Values(Optional.of(difference.expected()), difference.got());
            }
            if (cause instanceof AssertionError) {
                String shown = message == null ? "a failed assertion" : message.strip();
                return new Values(Optional.empty(), shown.replaceAll(":\\s*\n\\s*", ": "));
            }
            if (cause instanceof ExitGuard.Exited) {
                return new Values(Optional.empty(), cause.getMessage() + ", which ends the program, tests and all");
            }
            if (ResultListener.isLoop(cause)) {
                return new Values(
                        Optional.of("an answer within seconds"), "none: it was still running (an endless loop?)");
            }
            if (chain(cause).anyMatch(StackOverflowError.class::isInstance)) {
                return new Values(Optional.of("an answer"), "none: the call stack overflowed (endless recursion?)");
            }
            return new Values(Optional.empty(), thrown(cause));
        }

        /// Returns an exception in words, with its cause. An exception in a static initialiser is wrapped
        /// in one way when the class is first used, and in another way whenever it is used again.
        private static String thrown(Throwable cause) {
            if (cause instanceof ExceptionInInitializerError initialiser && initialiser.getException() != null) {
                return "an exception in a static initialiser: " + initialiser.getException();
            }
            if (cause instanceof NoClassDefFoundError again
                    && again.getCause() instanceof ExceptionInInitializerError first) {
                Matcher wrapped = WRAPPED.matcher(String.valueOf(first.getMessage()));
                return "an exception in a static initialiser: " + (wrapped.matches() ? wrapped.group(1) : first);
            }
            Throwable root = chain(cause).limit(20).reduce(cause, (_, last) -> last);
            boolean isNew = root != cause && !String.valueOf(cause.getMessage()).contains(root.toString());
            return "an exception: " + cause + (isNew ? ", caused by " + root : "");
        }

        /// AssertJ passes values on as it shows them: a string is in quotes, which are in the way in a text
        /// of several lines.
        private static boolean isQuoted(String shown) {
            return shown.length() > 1 && shown.startsWith("\"") && shown.endsWith("\"");
        }

        private static String unquoted(String shown) {
            return shown.substring(1, shown.length() - 1);
        }
    }

    /// Returns the place where a test was stuck if it took too long, and otherwise the exception that it
    /// threw.
    private static Throwable stuck(Throwable cause) {
        return cause instanceof TimeoutException && cause.getCause() != null ? cause.getCause() : cause;
    }

    private static Stream<StackTraceElement> frames(List<Path> files, Throwable cause) {
        List<String> names = files.stream().map(Report::name).toList();
        return chain(cause)
                .flatMap(thrown -> Arrays.stream(thrown.getStackTrace()))
                .filter(frame -> names.contains(frame.getFileName()) && frame.getLineNumber() > 0);
    }

    private static String place(StackTraceElement frame) {
        return frame.getFileName() + ":" + frame.getLineNumber();
    }
}
