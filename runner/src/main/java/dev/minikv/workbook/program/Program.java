package dev.minikv.workbook.program;

import dev.minikv.workbook.WorkbookException;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Another program, of which only the output matters, or which runs for as long as it likes. Ctrl-C ends
/// it too. What has to be known word for word is a [Run].
public final class Program {

    private Program() {}

    /// Returns what a program prints, without white space around it; empty if it is not there, fails, or
    /// has not ended within the limit. What it writes to its standard error is dropped.
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
    /// @param lines is given each line that it prints, as soon as it is there
    /// @throws WorkbookException if the program is not there
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

    /// Ends a program and those that it has started: JMH's forks would run on.
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
