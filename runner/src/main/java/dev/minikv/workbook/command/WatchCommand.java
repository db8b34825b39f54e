package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import picocli.CommandLine.Command;

/// Checks an exercise whenever its files are saved, and keeps everything warm meanwhile.
///
/// It looks at the few files of the exercise ten times a second, which works on every file system;
/// the notices that systems send of changed files do not.
@Command(name = "watch", description = "Check an exercise whenever you save it.")
final class WatchCommand extends Subcommand.OnExercise {

    private static final int POLL_MILLIS = 100;
    private static final String KEYS = "h hint   n next   l list   r reset   w why   q quit";

    private Exercise exercise;
    private volatile boolean interrupted = false;

    @Override
    public Integer call() throws IOException, InterruptedException {
        exercise = exercise();
        if (!screen().isTerminal()) {
            return watch(WatchCommand::noKey);
        }
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            terminal.handle(Terminal.Signal.INT, signal -> interrupted = true);
            Attributes before = terminal.enterRawMode();
            try {
                NonBlockingReader keys = terminal.reader();
                return watch(() -> keys.read(POLL_MILLIS));
            } finally {
                terminal.setAttributes(before);
            }
        }
    }

    /// Waits for a key for a while, and returns it, or something negative if none came.
    @FunctionalInterface
    private interface Keys {
        int next() throws IOException, InterruptedException;
    }

    private static int noKey() throws InterruptedException {
        Thread.sleep(POLL_MILLIS);
        return NonBlockingReader.READ_EXPIRED;
    }

    private int watch(Keys keys) throws IOException, InterruptedException {
        List<Object> seen = List.of();
        while (!interrupted && !screen().out().checkError()) { // or nobody would see what it prints
            List<Object> now = state();
            if (!now.equals(seen)) {
                seen = now;
                check();
            }
            int key = keys.next();
            if (key == 'q' || key == NonBlockingReader.EOF) {
                return 0;
            }
            if (key == 'n') {
                moveOn();
                seen = List.of();
            } else if (key > 0) {
                answer((char) key);
            }
        }
        return 0;
    }

    /// Returns what changes when a file is saved: which file, when, and how long it is.
    private List<Object> state() throws IOException {
        var files = new ArrayList<>(exercise.sourcesIn(exercise.workspace()));
        files.addAll(exercise.testFiles());
        var state = new ArrayList<>();
        for (Path file : files) {
            state.add(file);
            if (Files.exists(file)) { // some editors replace a file, which is gone for a moment then
                state.add(Files.getLastModifiedTime(file));
                state.add(Files.size(file));
            }
        }
        return state;
    }

    private void check() throws IOException {
        for (Path file : exercise.filesIn(exercise.workspace())) {
            if (!Files.exists(file)) {
                print("waiting for " + workbook.shortened(file));
                return;
            }
        }
        Outcome verdict = workbook.check(exercise);
        Screen screen = screen();
        screen.clear();
        screen.printReport(workbook.report(exercise, verdict));
        screen.print("");
        for (Path file : exercise.filesIn(exercise.workspace())) {
            screen.print(workbook.shortened(file)); // at the left edge, so that few terminals break it
        }
        if (verdict instanceof Outcome.Solved) {
            screen.print("  next        press n, or go on improving it");
        }
        workbook.warn();
        if (screen.isTerminal()) {
            screen.print("");
            screen.print(screen.dim(KEYS));
        }
    }

    private void moveOn() {
        workbook.current().ifPresentOrElse(next -> exercise = next, () -> print("Nothing is left to solve."));
    }

    private void answer(char key) {
        switch (key) {
            case 'h' -> workbook.execute("hint", exercise.id());
            case 'l' -> workbook.execute("list");
            case 'r' -> workbook.execute("reset", exercise.id());
            case 'w' -> workbook.execute("why", exercise.id());
            default -> print(KEYS);
        }
    }
}
