package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.measure.JmhProgress;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter printed = new StringWriter();

    @Test
    void on_a_terminal_it_is_a_bar_in_one_line() {
        ProgressBar bar = bar(true);

        bar.show(at(50));
        bar.clear();

        assertThat(printed)
                .hasToString("\r[############------------]  50 %, 01:02 left  get (step = 1)\033[K" + "\r\033[K");
    }

    @Test
    void it_shows_how_many_tasks_are_done() {
        ProgressBar bar = bar(true);

        bar.clear();
        bar.show(1, 4, "1.2");

        assertThat(printed).hasToString("\r[######------------------] 1.2\033[K");
        bar(false).show(1, 4, "1.2");
        assertThat(printed).hasToString("\r[######------------------] 1.2\033[K");
        assertThat(ProgressBar.of(0, 0, 3)).isEqualTo("[---]");
    }

    @Test
    void a_long_name_does_not_wrap() {
        bar(true).show(new JmhProgress(0, Optional.of(Duration.ofHours(3)), "x".repeat(200)));

        assertThat(printed.toString().replace("\r", "").replace("\033[K", ""))
                .hasSize(79)
                .contains("3:00:00 left")
                .endsWith("x…");
    }

    @Test
    void elsewhere_it_is_a_few_lines() {
        ProgressBar bar = bar(false);

        bar.show(new JmhProgress(0, Optional.empty(), "get"));
        for (int percent = 0; percent < 100; percent++) {
            bar.show(at(percent));
        }
        bar.clear();

        assertThat(printed.toString()).isEqualToNormalizingNewlines("""
                0 % done, 01:02 left, now get (step = 1)
                25 % done, 01:02 left, now get (step = 1)
                50 % done, 01:02 left, now get (step = 1)
                75 % done, 01:02 left, now get (step = 1)
                """);
    }

    private ProgressBar bar(boolean onTerminal) {
        var writer = new PrintWriter(printed);
        var nothing = new BufferedReader(new StringReader(""));
        return new ProgressBar(new Screen(writer, writer, nothing, onTerminal, false));
    }

    private static JmhProgress at(double percent) {
        return new JmhProgress(percent, Optional.of(Duration.ofSeconds(62)), "get (step = 1)");
    }
}
