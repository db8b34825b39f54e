package dev.minikv.workbook.program;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Other programs, asked for a line or two.
public final class Program {

    private Program() {}

    /// Returns what a program prints, without white space around it; empty if it is not there or fails.
    public static Optional<String> output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = String.join("\n", process.inputReader().lines().toList());
            return process.waitFor() == 0 ? Optional.of(output.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
