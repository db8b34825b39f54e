package dev.minikv.workbook.measure;

import java.util.Optional;
import java.util.function.Consumer;

/// Follows JMH's output, line by line: its progress, and its failures.
final class JmhOutput {

    private static final String OTHER_JMH = "Unable to acquire the JMH lock";
    private static final String FAILURE = "<failure>";

    // Thrown by a state that does not know a value of its parameter: its message is for the user.
    private static final String BAD_ARGUMENT = "^java\\.lang\\.IllegalArgumentException: ";

    private final Consumer<JmhProgress> progress;
    private JmhProgress last = JmhProgress.NONE;
    private boolean isOtherJmhRunning;
    private boolean isFailureNext;
    private Optional<String> failure = Optional.empty();

    /// @param progress receives the progress whenever JMH reports it
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

    /// Returns whether JMH refused to run beside another JMH: all on a machine share a lock.
    boolean isOtherJmhRunning() {
        return isOtherJmhRunning;
    }

    /// Returns the failure of a benchmark, if there was one: the exception and its message, or only the
    /// message if an argument was wrong.
    Optional<String> failure() {
        return failure;
    }
}
