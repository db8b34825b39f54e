package dev.minikv.workbook.program;

import dev.minikv.workbook.WorkbookException;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Another program, whose output is all that matters, or which may run for as long as it likes. Ctrl-C ends
/// it, too. If every byte matters, use a [Run].
public final class Program {

    private Program() {}

    /// Returns the output of a program, without white space around it; empty if the program is missing,
    /// fails, or has not ended within the limit. Its standard error is dropped.
    public static Optional<String> output(List<String> command, Duration limit) {
        try {
            Run run = Run.forPeople(new ProcessBuilder(command), limit);
            return run.exitCode() == 0 ? Optional.of(run.out().strip()) : Optional.empty();
        } catch (IOException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Runs a program to its end and returns its exit code.
    ///
    /// @param lines receives each line of its output as soon as it is printed
    /// @throws WorkbookException if the program cannot be started
    public static int run(ProcessBuilder program, Consumer<String> lines) throws IOException, InterruptedException {
        Process process = start(program);
        try (var _ = new WhenStopped(() -> end(process));
                BufferedReader output = process.inputReader()) {
            process.getOutputStream().close();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.accept(line);
            }
            return process.waitFor();
        } finally {
            end(process);
        }
    }

    private static Process start(ProcessBuilder program) {
        try {
            return program.start();
        } catch (IOException e) {
            throw new WorkbookException(
                    "%s cannot be started: %s".formatted(program.command().getFirst(), e.getMessage()));
        }
    }

    /// Ends a program and those that it has started: JMH's forks would keep running.
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
