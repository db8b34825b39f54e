package dev.minikv.workbook.checker;

import java.time.Duration;

/// A stopwatch for a thread. It runs slower while the thread has to wait for a processor, since a busy machine
/// is not the thread's fault.
///
/// While the thread could run, only its processor time counts, but at least a quarter of the time that has
/// passed: a thread that waits in native code, for example for input, looks like one that could run. While
/// the thread sleeps or waits, all time counts.
final class Stopwatch {

    private static final int MAX_SLOWNESS = 4;

    private Duration time = Duration.ZERO;

    /// Starts again from zero.
    void restart() {
        time = Duration.ZERO;
    }

    /// Adds the time since the last call.
    ///
    /// @param state what the thread is doing
    /// @param passed the time that has passed
    /// @param processor the processor time that the thread has had
    void add(Thread.State state, Duration passed, Duration processor) {
        Duration atLeast = passed.dividedBy(MAX_SLOWNESS);
        Duration running = processor.compareTo(atLeast) > 0 ? processor : atLeast;
        time = time.plus(state == Thread.State.RUNNABLE ? running : passed);
    }

    /// Returns whether it shows more than a limit.
    boolean isOver(Duration limit) {
        return time.compareTo(limit) > 0;
    }
}
