package dev.minikv.workbook.command;

import dev.minikv.workbook.measure.JmhProgress;
import java.time.Duration;
import java.util.Locale;

/// Shows progress: a moving bar on a terminal; elsewhere nothing, or a line now and then for a run that
/// takes hours.
final class ProgressBar {

    private static final int BAR = 24;
    private static final int WIDTH = 79; // a longer line would wrap on a narrow terminal, and stay there
    private static final int PERCENT_A_LINE = 25;

    private final Screen screen;
    private boolean isShown = false;
    private int nextLineAt = 0;

    ProgressBar(Screen screen) {
        this.screen = screen;
    }

    /// Returns a bar of which a part is filled, such as [##---].
    static String of(double done, double total, int width) {
        int filled = total == 0 ? 0 : (int) (width * done / total);
        return "[" + "#".repeat(filled) + "-".repeat(width - filled) + "]";
    }

    /// Shows how many tasks are done, and which is next.
    void show(int done, int total, String next) {
        if (screen.isTerminal()) {
            draw(of(done, total, BAR) + " " + next);
        }
    }

    void show(JmhProgress progress) {
        if (progress.timeLeft().isEmpty()) {
            return; // nothing is known yet
        }
        if (screen.isTerminal()) {
            draw(bar(progress));
        } else if (progress.percent() >= nextLineAt) {
            screen.err().println(line(progress));
            nextLineAt = ((int) progress.percent() / PERCENT_A_LINE + 1) * PERCENT_A_LINE;
        }
    }

    /// Removes the bar, to make room for other output.
    void clear() {
        if (isShown) {
            draw("");
            isShown = false;
        }
    }

    private void draw(String line) {
        screen.err().print("\r" + line + "\033[K");
        screen.err().flush();
        isShown = true;
    }

    private static String bar(JmhProgress progress) {
        String line = String.format(
                Locale.ROOT,
                "%s %3.0f %%, %s left  %s",
                of(progress.percent(), 100, BAR),
                progress.percent(),
                clock(progress),
                progress.benchmark());
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }

    private static String line(JmhProgress progress) {
        return String.format(
                Locale.ROOT,
                "%.0f %% done, %s left, now %s",
                progress.percent(),
                clock(progress),
                progress.benchmark());
    }

    /// Returns the time left in minutes and seconds, with hours if there are any.
    private static String clock(JmhProgress progress) {
        Duration left = progress.timeLeft().orElseThrow();
        String minutes = String.format(Locale.ROOT, "%02d:%02d", left.toMinutesPart(), left.toSecondsPart());
        return left.toHours() == 0 ? minutes : left.toHours() + ":" + minutes;
    }
}
