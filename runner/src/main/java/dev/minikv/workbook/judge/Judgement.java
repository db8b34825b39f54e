package dev.minikv.workbook.judge;

import dev.minikv.workbook.words.FirstDifference;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/// How one of a learner's tests ended, on one subject.
///
/// @param test the test's name, after the name of its class if that is a nested one, as in
///     `Get.an_absent_key_is_empty`; all invocations of a parameterised test have the same name
/// @param failure the exception that it threw, or empty if it passed
/// @param isTest false for a failure outside of tests, such as in a @BeforeAll; `test` is then the name of
///     the class
public record Judgement(String test, Optional<Throwable> failure, boolean isTest) {

    /// ArchUnit repeats the whole rule before it says which class breaks it: too much for a line.
    private static final Pattern ARCHUNIT_PREAMBLE =
            Pattern.compile("\\AArchitecture Violation \\[[^]]*] - Rule '.*' (?=was violated)", Pattern.DOTALL);

    public Judgement(String test, Optional<Throwable> failure) {
        this(test, failure, true);
    }

    public boolean passed() {
        return failure.isEmpty();
    }

    /// Returns whether the test was cut off because it ran for too long.
    public boolean timedOut() {
        return failure.filter(TimeoutException.class::isInstance).isPresent();
    }

    /// Returns the message of a failed test on one line, with the line number in the test; "passed" if it
    /// passed.
    public String complaint() {
        String method = test.substring(test.lastIndexOf('.') + 1);
        return complaint(frame -> frame.getMethodName().equals(method));
    }

    /// Returns the message of a failed test on one line, with the line number in a suite; "passed" if it
    /// passed.
    ///
    /// @param suite the class that the learner wrote
    public String complaint(Class<?> suite) {
        return complaint(frame -> frame.getClassName().equals(suite.getName())
                || frame.getClassName().startsWith(suite.getName() + "$"));
    }

    private String complaint(Predicate<StackTraceElement> isKnown) {
        return failure.map(thrown -> place(thrown, isKnown) + message(thrown)).orElse("passed");
    }

    /// If a test was cut off, the place that its thread had reached is in the cause.
    private static String place(Throwable thrown, Predicate<StackTraceElement> isKnown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(isKnown)
                .findFirst()
                .map(frame -> "%s:%s: ".formatted(frame.getFileName(), frame.getLineNumber()))
                .orElse("");
    }

    private String message(Throwable thrown) {
        if (timedOut()) {
            return "it was still running (an endless loop?)";
        }
        if (thrown instanceof AssertionFailedError failed
                && failed.isExpectedDefined()
                && failed.isActualDefined()
                && text(failed.getExpected()).contains("\n")) {
            var difference = FirstDifference.of(text(failed.getExpected()), text(failed.getActual()));
            return "expected %s, got %s".formatted(difference.expected(), difference.got());
        }
        String message = thrown instanceof AssertionError ? thrown.getMessage() : thrown.toString();
        return message == null
                ? "a failed assertion"
                : ARCHUNIT_PREAMBLE
                        .matcher(message)
                        .replaceFirst("the rule ")
                        .strip()
                        .replaceAll("\\s*\\R\\s*", " ");
    }

    private static String text(ValueWrapper value) {
        return String.valueOf(value.getEphemeralValue());
    }
}
