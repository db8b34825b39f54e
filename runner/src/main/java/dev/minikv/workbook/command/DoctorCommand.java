package dev.minikv.workbook.command;

import dev.minikv.workbook.program.Maven;
import dev.minikv.workbook.program.Program;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// Says what the workbook finds on this machine, and what is missing.
@Command(name = "doctor", description = "Say which JDK, Maven and terminal are used, and what is missing.")
final class DoctorCommand implements Callable<Integer> {

    @ParentCommand
    private WorkbookCommand workbook;

    @Override
    public Integer call() {
        Screen screen = workbook.screen();
        line(
                "workbook",
                workbook.catalog().root() + ", "
                        + workbook.catalog().exercises().size() + " exercises");
        line("JDK", Runtime.version() + " in " + System.getProperty("java.home"));
        line("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        line(
                "locale's encoding",
                Charset.forName(System.getProperty("native.encoding")) + " (the workbook uses UTF-8)");
        line("terminal", screen.isTerminal() ? "yes, " + (screen.isColoured() ? "in colour" : "without colour") : "no");
        String maven = maven();
        line("Maven", maven.isEmpty() ? "not found on the PATH: install 3.8.7 or newer" : maven);
        return maven.isEmpty() ? 1 : 0;
    }

    private void line(String label, String value) {
        workbook.screen().print("%-18s %s".formatted(label, value));
    }

    /// Returns the first line that `mvn --version` prints, or nothing if it does not run.
    private static String maven() {
        return Program.output(Maven.with(List.of("--version")), Duration.ofSeconds(10))
                .flatMap(output -> output.lines().findFirst())
                .orElse("");
    }
}
