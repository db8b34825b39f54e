package dev.minikv.step07.repl;

import dev.minikv.step07.log.LogStats;
import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import dev.minikv.step07.store.StoreError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The read-eval-print loop: reads a line, executes it, prints the answer, and starts over.
///
/// It ends at `quit`, at `exit` and at the end of the input.
public final class Repl {

    private static final int MAX_NESTED = 16;

    private final KeyValueStore store;
    private final Console console;
    private final Saving saving;
    private final boolean bail;
    private final List<Path> reading; // the scripts being run, each started by the one before it

    /// Creates a loop over a store and its user.
    ///
    /// @param saving what the session has on disks
    /// @param bail whether a script stops at its first error
    public Repl(KeyValueStore store, Console console, Saving saving, boolean bail) {
        this(store, console, saving, bail, List.of());
    }

    private Repl(KeyValueStore store, Console console, Saving saving, boolean bail, List<Path> reading) {
        this.store = store;
        this.console = console;
        this.saving = saving;
        this.bail = bail;
        this.reading = reading;
    }

    /// Runs until the user quits or the input ends.
    ///
    /// @return whether every line succeeded
    /// @throws IOException if the input cannot be read or the output cannot be written
    public boolean run() throws IOException {
        if (console.isInteractive()) {
            console.print("☕ Mini KV Store - Learning Project");
            console.print("Type help for the commands, quit to end.");
            console.print("");
        }
        boolean allDone = true;
        Optional<String> line = console.readLine();
        while (line.isPresent()) {
            Outcome outcome = execute(line.get());
            allDone &= outcome != Outcome.FAILED;
            if (outcome == Outcome.QUIT || (bail && !allDone && !console.isInteractive())) {
                return allDone;
            }
            line = console.readLine();
        }
        return allDone;
    }

    /// Runs the commands in a file.
    ///
    /// @param name the name of the file, absolute or relative to the current folder
    /// @return whether the file could be read and every line succeeded
    /// @throws IOException if the output cannot be written
    public boolean runFile(String name) throws IOException {
        return switch (ScriptFile.open(name)) {
            case Success(ScriptFile file) -> {
                try (file) {
                    yield runFile(name, file);
                }
            }
            case Failure(Fault fault) -> refuse(Wording.of(fault));
        };
    }

    private boolean runFile(String name, ScriptFile file) throws IOException {
        if (reading.contains(file.path())) {
            return refuse(Wording.of(new Fault.ScriptInItself(name)));
        }
        if (reading.size() == MAX_NESTED) {
            return refuse(Wording.of(new Fault.ScriptTooDeep(name, MAX_NESTED)));
        }
        var inside = new ArrayList<>(reading);
        inside.add(file.path());
        return new Repl(store, new SourcedScript(name, file.in(), console), saving, bail, inside).run();
    }

    /// How the execution of a line ended.
    private enum Outcome {
        DONE,
        FAILED,
        QUIT
    }

    private Outcome execute(String line) throws IOException {
        return switch (CommandParser.parse(line)) {
            case Success(Command command) -> execute(command);
            case Failure(Mistake mistake) -> point(line, mistake);
        };
    }

    private Outcome execute(Command command) throws IOException {
        return switch (command) {
            case Command.Set(String key, String value) ->
                answer(store.set(key, value), _ -> "✓ Set " + shown(key) + " = " + shown(value));
            case Command.Get(String key) ->
                answer(store.get(key), value -> value.map(Quotes::quote).orElseGet(() -> notFound(key)));
            case Command.Exists(String key) -> answer(store.contains(key), found -> found ? "yes" : "no");
            case Command.Delete(String key) ->
                answer(
                        store.delete(key),
                        old -> old.map(value -> "✓ Deleted " + shown(key) + " (was: " + shown(value) + ")")
                                .orElseGet(() -> notFound(key)));
            case Command.Keys(String prefix) ->
                answer(
                        store.keys(prefix),
                        keys -> keys.stream().map(Quotes::quote).collect(Collectors.joining("\n")));
            case Command.Count() -> answer(store.count(), count -> "Store contains " + items(count));
            case Command.Clear() -> answer(store.clear(), count -> "✓ Deleted " + items(count));
            case Command.History() -> history();
            case Command.Source(String file) -> runFile(file) ? Outcome.DONE : Outcome.FAILED;
            case Command.Save(String file, boolean anyway) ->
                told(saving.save(file, anyway), count -> "✓ Saved " + items(count) + " to " + shown(file));
            case Command.Load(String file) ->
                told(saving.load(file), count -> "✓ Loaded " + items(count) + " from " + shown(file));
            case Command.Compact() ->
                told(
                        saving.compact(),
                        before -> "✓ Compacted: " + Wording.count(before.segments(), "segment")
                                + " became a snapshot of " + items(before.entries()));
            case Command.Stats() -> told(saving.stats(), Repl::figures);
            case Command.Crash(boolean powerCut) -> {
                String what = powerCut ? "The power was cut" : "The process was killed";
                yield told(saving.crash(powerCut), count -> what + ". Started again, with " + items(count));
            }
            case Command.Help(Optional<Syntax> topic) ->
                say(topic.map(Repl::explanation).orElseGet(Repl::overview));
            case Command.Quit() -> {
                if (console.isInteractive()) {
                    console.print("Goodbye! ☕");
                }
                yield Outcome.QUIT;
            }
            case Command.Nothing() -> Outcome.DONE;
        };
    }

    /// Says what the store has answered, or why it did not.
    private <T> Outcome answer(Result<T, StoreError> result, Function<T, String> words) throws IOException {
        return told(result.mapError(Fault.StoreFailed::new), words);
    }

    /// Says what has been done, or why it was not.
    private <T> Outcome told(Result<T, Fault> result, Function<T, String> words) throws IOException {
        return switch (result) {
            case Success(T value) -> say(words.apply(value));
            case Failure(Fault fault) -> failed(fault);
        };
    }

    private Outcome failed(Fault fault) throws IOException {
        if (saving.isOver()) {
            return Outcome.QUIT; // a signal has closed the store, and the program is about to end
        }
        refuse(Wording.of(fault));
        return Outcome.FAILED;
    }

    /// Prints a text, unless it is empty.
    private Outcome say(String text) throws IOException {
        if (!text.isEmpty()) {
            console.print(text);
        }
        return Outcome.DONE;
    }

    private static String items(int count) {
        return Wording.count(count, "item");
    }

    /// Shows why a line was refused, and returns false.
    private boolean refuse(Wording words) throws IOException {
        console.printError(words.wrong(), "  " + words.help());
        return false;
    }

    /// Shows a mistake in a line, with carets under it.
    private Outcome point(String line, Mistake mistake) throws IOException {
        Wording words = Wording.of(mistake);
        console.printError(words.wrong(), Excerpt.of(line, mistake.at(), words.help(), console.columns()));
        return Outcome.FAILED;
    }

    private Outcome history() throws IOException {
        if (!console.isInteractive() && console.history().isEmpty()) {
            console.print("No history: only a terminal session keeps one");
        }
        int number = 0;
        for (String line : console.history()) {
            console.print("%5s  %s".formatted(++number, Quotes.visible(line)));
        }
        return Outcome.DONE;
    }

    private static String figures(LogStats stats) {
        LogStats.Opened opened = stats.opened();
        var lines = new ArrayList<String>();
        lines.add(figure("entries", stats.entries()));
        lines.add(figure("bytes live", stats.liveBytes()));
        lines.add(figure("bytes dead", stats.deadBytes()));
        lines.add(figure("segments", stats.segments()));
        lines.add(figure("forces", stats.forces()));
        lines.add(figure("opened in ms", opened.time().toMillis()));
        lines.add(figure("  items of snapshot", opened.snapshotEntries()));
        lines.add(figure("  records applied", opened.records()));
        lines.add(figure("  bytes cut", opened.cutBytes()));
        lines.add(figure("  records lost", opened.lost()));
        stats.failure()
                .map(Fault.LogFailed::new)
                .map(Wording::of)
                .ifPresent(words -> lines.add("compaction failed: " + words.wrong()));
        return String.join("\n", lines);
    }

    private static String figure(String name, long value) {
        return "%-20s %s".formatted(name, value);
    }

    private static String overview() {
        var lines = new ArrayList<String>();
        for (Syntax syntax : Syntax.values()) {
            lines.add("%-20s %s".formatted(syntax.usage(), syntax.purpose()));
        }
        return String.join("\n", lines);
    }

    private static String explanation(Syntax syntax) {
        return syntax.usage() + "\n  " + syntax.purpose() + "\n  for example: " + syntax.example();
    }

    private String notFound(String key) {
        return "Key " + shown(key) + " not found";
    }

    /// Returns a key or a value in quotes. A program gets it in full; on a screen it is shortened, because
    /// it only confirms what was done.
    private String shown(String text) {
        return console.columns() == Integer.MAX_VALUE ? Quotes.inQuotes(text) : Quotes.shortened(text);
    }
}
