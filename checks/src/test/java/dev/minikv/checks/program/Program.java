package dev.minikv.checks.program;

import dev.minikv.checks.Project;
import dev.minikv.workbook.program.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The program of a step, to be run by a test.
final class Program {

    /// The output of step 01 before its first prompt.
    static final String BANNER = """
            ☕ Mini KV Store - Learning Project
            Commands: set <key> <value> | get <key> | delete <key> | count | quit

            """;

    private Program() {}

    static ProcessBuilder step01() {
        return of("step-01-inmemory", "dev.minikv.step01.Main");
    }

    static ProcessBuilder step02() {
        return of("step-02-tests", "dev.minikv.step02.Main");
    }

    /// Returns a program, run by the Java that runs the tests.
    private static ProcessBuilder of(String step, String main) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Project.root().resolve(step).resolve("target/classes").toString();
        return new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes, main);
    }

    /// Runs step 01 to its end.
    static Run run(String input) throws Exception {
        return Run.of(step01(), input);
    }

    /// Runs a shell command, with messages in English, in which `"$@"` stands for step 01.
    static Run runInShell(String command) throws Exception {
        var program = new ArrayList<>(List.of("sh", "-c", command, "sh"));
        program.addAll(step01().command());
        var shell = new ProcessBuilder(program);
        shell.environment().put("LC_ALL", "C.UTF-8");
        return Run.of(shell, "");
    }

    /// Returns the result of step 01 when all is well: its banner and this output, without errors.
    static Run goodEnd(String output) {
        return new Run(0, BANNER + output, "");
    }
}
