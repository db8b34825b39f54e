package dev.minikv.workbook.judge;

import java.util.Arrays;
import java.util.Optional;

/// How one of a learner's tests ended, on one subject.
///
/// @param test the test's name; all invocations of a parameterised test have the same
/// @param failure what it threw, or empty if it passed
public record Result(String test, Optional<Throwable> failure) {

    /// Returns whether the test passed.
    public boolean passed() {
        return failure.isEmpty();
    }

    /// Returns what a failed test said, in one line, with the line that said it; "passed" if it did.
    ///
    /// @param suite the class whose lines a learner knows
    public String complaint(Class<?> suite) {
        return failure.map(thrown -> place(suite, thrown) + oneLine(thrown)).orElse("passed");
    }

    private static String place(Class<?> suite, Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().equals(suite.getName())
                        || frame.getClassName().startsWith(suite.getName() + "$"))
                .findFirst()
                .map(frame -> "%s:%d: ".formatted(frame.getFileName(), frame.getLineNumber()))
                .orElse("");
    }

    private static String oneLine(Throwable thrown) {
        String message = thrown instanceof AssertionError ? thrown.getMessage() : thrown.toString();
        return message == null ? "a failed assertion" : message.strip().replaceAll("\\s*\n\\s*", " ");
    }
}
