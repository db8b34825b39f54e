package dev.minikv.checks.step01;

import dev.minikv.step01.Main;
import dev.minikv.workbook.program.Run;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Step 01's program, to be run by a test.
final class Step01 {

    /// What it prints before its first prompt.
    static final String BANNER = """
            ☕ Mini KV Store - Learning Project
            Commands: set <key> <value> | get <key> | delete <key> | count | quit

            """;

    private Step01() {}

    /// Returns the program, in the Java that runs the tests.
    static ProcessBuilder program() throws URISyntaxException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        var classes = Main.class.getProtectionDomain().getCodeSource().getLocation();
        return new ProcessBuilder(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Path.of(classes.toURI()).toString(),
                Main.class.getName());
    }

    /// Runs the program to its end.
    static Run run(String input) throws Exception {
        return Run.of(program(), input);
    }

    /// Returns how it ends when all is well: after its banner and this output, and without errors.
    static Run goodEnd(String output) {
        return new Run(0, BANNER + output, "");
    }

    /// Runs a shell command, in plain English, where `"$@"` stands for the program.
    static Run runInShell(String command) throws Exception {
        var program = new ArrayList<>(List.of("sh", "-c", command, "sh"));
        program.addAll(program().command());
        var shell = new ProcessBuilder(program);
        shell.environment().put("LC_ALL", "C.UTF-8");
        return Run.of(shell, "");
    }
}
