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
/// @param test the test's name, after that of its class where it stands in a nested one, as in
///     `Get.an_absent_key_is_empty`; all invocations of a parameterised test have the same
/// @param failure what it threw, or empty if it passed
/// @param isTest false for what stands around tests and failed, such as a @BeforeAll; `test` is then
///     the name of the class
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

    /// Returns what a failed test said, in one line, with the test's own line; "passed" if it did.
    public String complaint() {
        String method = test.substring(test.lastIndexOf('.') + 1);
        return complaint(frame -> frame.getMethodName().equals(method));
    }

    /// Returns what a failed test said, in one line, with the line that said it; "passed" if it did.
    ///
    /// @param suite the class whose lines a learner knows
    public String complaint(Class<?> suite) {
        return complaint(frame -> frame.getClassName().equals(suite.getName())
                || frame.getClassName().startsWith(suite.getName() + "$"));
    }

    private String complaint(Predicate<StackTraceElement> isKnown) {
        return failure.map(thrown -> place(thrown, isKnown) + message(thrown)).orElse("passed");
    }

    /// Where a test was cut off, the place that its thread had reached stands in the cause.
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
