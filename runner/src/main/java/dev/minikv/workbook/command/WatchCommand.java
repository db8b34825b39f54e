package dev.minikv.workbook.command;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome;
import dev.minikv.workbook.words.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import picocli.CommandLine.Command;

/// Checks an exercise whenever its files are saved, and keeps the compiler and JUnit warm in between.
///
/// It looks at the exercise's few files ten times a second, which works on every file system; notifications
/// of changed files do not. Tests run on a thread of their own, so that keys are answered at once.
@Command(name = "watch", description = "Check an exercise whenever you save it.")
final class WatchCommand extends Subcommand.OnExercise {

    private static final int POLL_MILLIS = 100;
    private static final int CHECKING_POLL_MILLIS = 20;
    private static final int BURST_MILLIS = 5;
    private static final char ESCAPE = '\033';
    private static final String KEYS = "h hint   t task   n next   l list   r reset   w why   q quit";

    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

    private Exercise exercise;
    private List<Object> seen = List.of();
    private Optional<Future<Outcome>> running = Optional.empty();
    private List<String> report = List.of();
    private String notice = "";
    private boolean asksForReset = false;
    private boolean hasAnswered = false; // since the check was started
    private volatile boolean interrupted = false;
    private volatile boolean resumed = false;

    @Override
    public Integer call() throws IOException, InterruptedException {
        exercise = exercise();
        if (!screen().isTerminal()) {
            return watch(WatchCommand::noKey);
        }
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            terminal.handle(Terminal.Signal.INT, signal -> interrupted = true);
            Attributes before = terminal.enterRawMode();
            terminal.handle(Terminal.Signal.CONT, signal -> {
                terminal.enterRawMode(); // the shell has reset it, after Ctrl-Z
                resumed = true;
            });
            try {
                NonBlockingReader keys = terminal.reader();
                return watch(keys::read);
            } finally {
                terminal.setAttributes(before);
            }
        }
    }

    /// Waits for a key for a while, and returns it, or a negative number if there was none.
    @FunctionalInterface
    interface Keys {
        int next(long millis) throws IOException, InterruptedException;
    }

    private static int noKey(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return NonBlockingReader.READ_EXPIRED;
    }

    private int watch(Keys keys) throws IOException, InterruptedException {
        try {
            while (!interrupted && !screen().out().checkError()) { // then nobody sees the output any more
                List<Object> now = state();
                if (!now.equals(seen)) {
                    seen = now;
                    startCheck();
                }
                if (running.isPresent() && running.get().isDone()) {
                    showResult(running.get());
                }
                if (resumed) {
                    resumed = false;
                    show();
                }
                int key = keys.next(running.isPresent() ? CHECKING_POLL_MILLIS : POLL_MILLIS);
                String typed = key > 0 ? typed((char) key, keys) : "";
                if (key == NonBlockingReader.EOF || typed.equals("q")) {
                    return 0;
                }
                if (!typed.isEmpty()) {
                    notice = "";
                    hasAnswered = true;
                    answer(typed);
                }
            }
            return 0;
        } finally {
            worker.shutdown();
        }
    }

    /// Returns a key with everything that follows at once: nobody types that fast, so it is a paste, or the
    /// escape sequence of an arrow key.
    static String typed(char key, Keys keys) throws IOException, InterruptedException {
        var typed = new StringBuilder().append(key);
        for (int next = keys.next(BURST_MILLIS); next > 0; next = keys.next(BURST_MILLIS)) {
            typed.append((char) next);
        }
        return typed.length() == 1 ? typed.toString() : typed.toString().stripTrailing();
    }

    /// Returns the names, times and sizes of the files: they change when one is saved.
    private List<Object> state() throws IOException {
        var files = new ArrayList<>(exercise.sourcesIn(exercise.workspace()));
        files.addAll(exercise.testFiles());
        var state = new ArrayList<>();
        for (Path file : files) {
            state.add(file);
            try {
                state.add(Files.getLastModifiedTime(file));
                state.add(Files.size(file));
            } catch (NoSuchFileException e) {
                state.add("gone"); // only for a moment, while an editor replaces the file
            }
        }
        return state;
    }

    private void startCheck() {
        cancelCheck();
        asksForReset = false;
        hasAnswered = false;
        for (Path file : exercise.filesIn(exercise.workspace())) {
            if (!Files.exists(file)) {
                print("waiting for " + workbook.shortened(file) + ", which ./workbook reset " + exercise.id()
                        + " restores");
                return;
            }
        }
        Exercise checked = exercise;
        running = Optional.of(worker.submit(() -> workbook.check(checked)));
        show();
    }

    private void cancelCheck() {
        if (running.isPresent()) {
            workbook.checker(exercise).cancel();
            running = Optional.empty();
        }
    }

    private void showResult(Future<Outcome> check) throws IOException, InterruptedException {
        running = Optional.empty();
        try {
            Outcome verdict = check.get();
            var lines = new ArrayList<>(workbook.noted(exercise, verdict));
            if (screen().isTerminal() && lines.contains("")) { // a table goes first, so that the verdict is visible
                List<String> first = lines.subList(0, lines.indexOf(""));
                var headless = new ArrayList<>(lines.subList(first.size() + 1, lines.size()));
                headless.add("");
                headless.addAll(first);
                lines = headless;
            }
            report = lines;
            if (verdict instanceof Outcome.Solved) {
                report.add("  next        press n, or keep improving it");
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof IOException || e.getCause() instanceof WorkbookException)) {
                throw new IllegalStateException(e.getCause());
            }
            report = List.of("✗ workbook: " + Failures.sentence((Exception) e.getCause()));
        } catch (IOException | WorkbookException e) { // the file has changed in the meantime
            report = List.of("✗ workbook: " + Failures.sentence(e));
        }
        show();
    }

    private void show() {
        Screen screen = screen();
        if (!hasAnswered) { // otherwise a hint would be gone that was asked for in between
            screen.clear();
        }
        if (running.isPresent()) {
            if (screen.isTerminal()) {
                screen.print("checking " + exercise.id() + " ...");
            }
            return;
        }
        screen.printReport(report);
        screen.print("");
        for (Path file : exercise.filesIn(exercise.workspace())) {
            screen.print(workbook.shortened(file)); // at the left edge, so that few terminals break it
        }
        workbook.warn();
        if (screen.isTerminal()) {
            if (!notice.isEmpty()) {
                screen.print(notice);
            }
            screen.print("");
            screen.print(screen.dim(KEYS));
        }
    }

    private void moveOn() {
        workbook.current()
                .ifPresentOrElse(
                        next -> {
                            cancelCheck();
                            exercise = next;
                            seen = List.of();
                        },
                        () -> print("Nothing is left to solve."));
    }

    private void answer(String typed) throws IOException {
        if (asksForReset) {
            asksForReset = false;
            if (typed.equalsIgnoreCase("y")) {
                reset();
            } else {
                print("Nothing was changed.");
            }
            return;
        }
        switch (typed) {
            case "h" -> workbook.execute("hint", exercise.id());
            case "t" -> workbook.execute("next", exercise.id());
            case "l" -> workbook.execute("list");
            case "n" -> moveOn();
            case "r" -> {
                asksForReset = true;
                print(ResetCommand.question(exercise) + " [y/N]");
            }
            case "w" -> CompletableFuture.runAsync(() -> workbook.execute("why", exercise.id()), worker);
            default -> {
                if (typed.charAt(0) != ESCAPE) {
                    print(KEYS);
                }
            }
        }
    }

    private void reset() {
        try {
            notice = ResetCommand.reset(workbook, exercise);
            seen = List.of(); // check again, even if the files have not changed
        } catch (IOException | WorkbookException e) {
            notice = Failures.sentence(e);
            print(notice);
        }
    }
}
