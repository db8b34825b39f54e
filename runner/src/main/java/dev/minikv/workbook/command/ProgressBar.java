package dev.minikv.workbook.command;

import dev.minikv.workbook.measure.JmhProgress;
import java.time.Duration;
import java.util.Locale;

/// Shows how far something has come: a bar that moves on a terminal; elsewhere nothing, or for what takes
/// hours a line now and then.
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

    /// Returns a bar that is filled for what is done, such as [##---].
    static String of(double done, double total, int width) {
        int filled = total == 0 ? 0 : (int) (width * done / total);
        return "[" + "#".repeat(filled) + "-".repeat(width - filled) + "]";
    }

    /// Shows how many of several things are done, and what is next.
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

    /// Removes the bar, for what comes after it.
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

    /// Returns the time left in minutes and seconds, or hours before them.
    private static String clock(JmhProgress progress) {
        Duration left = progress.timeLeft().orElseThrow();
        String minutes = String.format(Locale.ROOT, "%02d:%02d", left.toMinutesPart(), left.toSecondsPart());
        return left.toHours() == 0 ? minutes : left.toHours() + ":" + minutes;
    }
}
