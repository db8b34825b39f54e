package dev.minikv.workbook.measure;

import java.util.Optional;
import java.util.function.Consumer;

/// Follows what JMH prints, line by line: how far it has come, and what went wrong.
final class JmhOutput {

    private static final String OTHER_JMH = "Unable to acquire the JMH lock";
    private static final String FAILURE = "<failure>";

    // What a state throws that knows no such value of its parameter: its message is the user's business.
    private static final String BAD_ARGUMENT = "^java\\.lang\\.IllegalArgumentException: ";

    private final Consumer<JmhProgress> progress;
    private JmhProgress last = JmhProgress.NONE;
    private boolean isOtherJmhRunning;
    private boolean isFailureNext;
    private Optional<String> failure = Optional.empty();

    /// @param progress is given how far it has come, whenever JMH says so
    JmhOutput(Consumer<JmhProgress> progress) {
        this.progress = progress;
    }

    void accept(String line) {
        isOtherJmhRunning |= line.contains(OTHER_JMH);
        if (isFailureNext && !line.isBlank()) {
            failure = Optional.of(line.strip().replaceFirst(BAD_ARGUMENT, ""));
            isFailureNext = false;
        }
        isFailureNext |= failure.isEmpty() && line.endsWith(FAILURE);
        last.after(line).ifPresent(next -> {
            last = next;
            progress.accept(next);
        });
    }

    /// Returns whether JMH refused to run beside another one: all of a machine share a lock.
    boolean isOtherJmhRunning() {
        return isOtherJmhRunning;
    }

    /// Returns what a benchmark failed with, if one did: the exception and its message, or only the message
    /// if an argument was wrong.
    Optional<String> failure() {
        return failure;
    }
}
