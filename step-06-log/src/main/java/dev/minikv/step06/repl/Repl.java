package dev.minikv.step06.repl;

import dev.minikv.step06.store.KeyValueStore;
import dev.minikv.step06.store.Result;
import dev.minikv.step06.store.Result.Failure;
import dev.minikv.step06.store.Result.Success;
import dev.minikv.step06.store.StoreError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

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
    private boolean warned = false; // that what was set is not saved, and nothing was done since
    private boolean running = false;
    private boolean sourced = false; // by one that is running, and not by the program

    /// Creates a loop over a store and its user.
    ///
    /// @param saving what keeps the store in files
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
        running = true;
        boolean allDone = true;
        Optional<String> line = console.readLine();
        while (line.isPresent() || !mayEnd()) {
            Outcome outcome = line.isPresent() ? execute(line.get()) : Outcome.FAILED;
            allDone &= outcome != Outcome.FAILED;
            if (outcome == Outcome.QUIT || (bail && !allDone && !console.isInteractive())) {
                return allDone;
            }
            line = console.readLine();
        }
        return allDone;
    }

    /// Saves before a person leaves. If that fails, the session goes on, once: they may know what to do.
    private boolean mayEnd() throws IOException {
        Optional<Fault> fault = console.isInteractive() && !warned ? saving.finish() : Optional.empty();
        if (fault.isPresent()) {
            warned = true;
            refuse(Wording.of(fault.get()));
            console.print("  the session goes on; quit again to leave, saved or not");
        }
        return fault.isEmpty();
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
        var script = new Repl(store, new SourcedScript(name, file.in(), console), saving, bail, inside);
        script.sourced = running;
        return script.run();
    }

    /// How the execution of a line ended.
    private enum Outcome {
        DONE,
        FAILED,
        QUIT
    }

    private Outcome execute(String line) throws IOException {
        return switch (CommandParser.parse(line)) {
            case Success(Command command) -> {
                warned &= command instanceof Command.Quit;
                try {
                    yield execute(command);
                } catch (CancellationException _) { // a signal has ended the session
                    yield Outcome.QUIT;
                }
            }
            case Failure(Mistake mistake) -> point(line, mistake);
        };
    }

    private Outcome execute(Command command) throws IOException {
        switch (command) {
            case Command.Set(String key, String value) -> {
                return set(key, value);
            }
            case Command.Get(String key) ->
                console.print(store.get(key).map(Quotes::quote).orElseGet(() -> notFound(key)));
            case Command.Exists(String key) -> console.print(store.contains(key) ? "yes" : "no");
            case Command.Delete(String key) ->
                console.print(saving.change(() -> store.delete(key), Optional::isPresent)
                        .map(value -> "✓ Deleted " + shown(key) + " (was: " + shown(value) + ")")
                        .orElseGet(() -> notFound(key)));
            case Command.Keys(String prefix) -> {
                for (String key : store.keys(prefix)) {
                    console.print(Quotes.quote(key));
                }
            }
            case Command.Count() -> console.print("Store contains " + items());
            case Command.Clear() ->
                console.print("✓ Deleted " + Wording.count(saving.change(store::clear, count -> count > 0), "item"));
            case Command.History() -> history();
            case Command.Source(String file) -> {
                return runFile(file) ? Outcome.DONE : Outcome.FAILED;
            }
            case Command.Save(Optional<String> file, boolean anyway) -> {
                String where = file.map(name -> " to " + shown(name)).orElse("");
                return told(saving.save(file, anyway), "✓ Saved " + items() + where);
            }
            case Command.Load(String file) -> {
                Optional<Fault> fault = saving.load(file);
                return told(fault, "✓ Loaded " + shown(file) + ": the store contains " + items());
            }
            case Command.Crash(boolean powerCut) -> {
                Optional<Fault> fault = saving.crash(powerCut);
                String what = powerCut ? "The power was cut" : "The process was killed";
                return told(fault, what + ". Started again, with " + items());
            }
            case Command.Help(Optional<Syntax> topic) ->
                console.print(topic.map(Repl::explanation).orElseGet(Repl::overview));
            case Command.Quit(boolean anyway) -> {
                if (anyway && !sourced) {
                    saving.giveUp();
                } else if (!anyway && !mayEnd()) {
                    return Outcome.FAILED;
                }
                if (console.isInteractive()) {
                    console.print("Goodbye! ☕");
                }
                return Outcome.QUIT;
            }
            case Command.Nothing() -> {}
        }
        return Outcome.DONE;
    }

    private Outcome set(String key, String value) throws IOException {
        Result<?, ?> same = new Success<>(Optional.of(value));
        return switch (saving.change(() -> store.set(key, value), old -> old instanceof Success && !old.equals(same))) {
            case Success<?, ?> _ -> {
                console.print("✓ Set " + shown(key) + " = " + shown(value));
                yield Outcome.DONE;
            }
            case Failure(StoreError error) -> {
                refuse(Wording.of(error));
                yield Outcome.FAILED;
            }
        };
    }

    private String items() {
        return Wording.count(store.count(), "item");
    }

    /// Says what has been done with a file, or why it was not.
    private Outcome told(Optional<Fault> fault, String done) throws IOException {
        if (fault.isPresent()) {
            refuse(Wording.of(fault.get()));
            return Outcome.FAILED;
        }
        console.print(done);
        return Outcome.DONE;
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

    private void history() throws IOException {
        if (!console.isInteractive() && console.history().isEmpty()) {
            console.print("No history: only a terminal session keeps one");
        }
        int number = 0;
        for (String line : console.history()) {
            console.print("%5s  %s".formatted(++number, Quotes.visible(line)));
        }
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
