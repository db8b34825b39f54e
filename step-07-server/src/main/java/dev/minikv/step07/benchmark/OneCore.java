package dev.minikv.step07.benchmark;

import java.io.IOException;
import java.util.stream.Stream;

/// One core of the processor for several processes.
///
/// A single client and its server never work at the same time. The kernel may leave each on a core of its own, and
/// then a request takes up to ten times as long, because it wakes a core that sleeps. Which of two servers meets with
/// this is chance, so it would say nothing about them.
final class OneCore {

    private OneCore() {}

    /// Keeps processes on the same core from now on, where Linux's taskset is installed.
    static void keep(Stream<ProcessHandle> processes) throws InterruptedException {
        for (ProcessHandle process : processes.toList()) {
            try {
                new ProcessBuilder("taskset", "--all-tasks", "--cpu-list", "--pid", "0", "" + process.pid())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException _) {
                return; // it is not installed
            }
        }
    }
}
