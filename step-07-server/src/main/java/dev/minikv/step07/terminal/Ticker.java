package dev.minikv.step07.terminal;

import dev.minikv.step07.repl.Progress;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;

/// Shows each second that something still goes on, as in `saving a.csv: 2 s`, and wipes that at the end.
/// What is done within a second shows nothing.
public final class Ticker extends TimerTask implements Progress.Running {

    private static final long SECOND_MILLIS = 1_000;

    private final Timer timer = new Timer(true);
    private final String what;
    private final Consumer<String> screen;
    private int seconds = 0;
    private boolean closed = false;

    /// Starts to tick.
    ///
    /// @param screen shows characters at once
    public Ticker(String what, Consumer<String> screen) {
        this.what = what;
        this.screen = screen;
        timer.schedule(this, SECOND_MILLIS, SECOND_MILLIS);
    }

    @Override
    public synchronized void run() {
        if (!closed) {
            seconds++;
            screen.accept("\r" + what + ": " + seconds + " s");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        timer.cancel();
        if (seconds > 0) {
            screen.accept("\r\033[K"); // erases the line
        }
    }
}
