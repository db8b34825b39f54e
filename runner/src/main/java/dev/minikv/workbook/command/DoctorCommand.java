package dev.minikv.workbook.command;

import dev.minikv.workbook.maven.InstalledMaven;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// Says what the workbook finds on this machine, and what is missing.
@Command(name = "doctor", description = "Say which JDK, Maven and terminal are used, and what is missing.")
final class DoctorCommand implements Callable<Integer> {

    @ParentCommand
    private WorkbookCommand workbook;

    @Override
    public Integer call() throws InterruptedException {
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
        InstalledMaven maven = InstalledMaven.ask();
        line("Maven", maven.text());
        return maven.isGoodEnough() ? 0 : WorkbookCommand.FAILED;
    }

    private void line(String label, String value) {
        workbook.screen().print(label + " ".repeat(19 - label.length()) + value);
    }
}
