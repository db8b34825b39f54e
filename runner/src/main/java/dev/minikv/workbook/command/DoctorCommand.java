package dev.minikv.workbook.command;

import dev.minikv.workbook.program.InstalledMaven;
import dev.minikv.workbook.words.Failures;
import java.io.IOException;
import java.nio.charset.Charset;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.TerminalExt;
import picocli.CommandLine.Command;

/// Shows what the workbook finds on this machine, and what is missing.
@Command(name = "doctor", description = "Show which JDK, Maven and terminal are used, and what is missing.")
final class DoctorCommand extends Subcommand {

    @Override
    public Integer call() throws InterruptedException {
        Screen screen = screen();
        line("workbook", root() + ", " + workbook.catalog().exercises().size() + " exercises");
        line("JDK", Runtime.version() + " in " + System.getProperty("java.home"));
        line("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        line(
                "locale's encoding",
                Charset.forName(System.getProperty("native.encoding")) + " (the workbook uses UTF-8)");
        line("terminal", screen.isTerminal() ? (screen.isColoured() ? "in colour" : "without colour") + keys() : "no");
        InstalledMaven maven = InstalledMaven.ask();
        line("Maven", maven.text());
        return maven.isGoodEnough() ? 0 : WorkbookCommand.FAILED;
    }

    /// Names the provider through which JLine reads keys.
    private static String keys() {
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            return terminal instanceof TerminalExt known
                    ? keysOf(known.getProvider().name())
                    : "";
        } catch (IOException e) {
            return ", no keys: " + Failures.reason(e);
        }
    }

    private static String keysOf(String provider) {
        return provider.equals("dumb") ? ", keys only with Enter" : ", keys by JLine's " + provider;
    }

    private void line(String label, String value) {
        print(label + " ".repeat(19 - label.length()) + value);
    }
}
