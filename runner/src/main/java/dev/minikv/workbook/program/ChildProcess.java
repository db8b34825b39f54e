package dev.minikv.workbook.program;

import dev.minikv.workbook.WorkbookException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Consumer;

/// Programs that run for a while, and must not outlive this one: Ctrl-C ends them too.
public final class ChildProcess {

    private ChildProcess() {}

    /// Runs a program to its end and returns its exit code.
    public static int run(ProcessBuilder program) throws IOException, InterruptedException {
        return run(program, line -> {});
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
