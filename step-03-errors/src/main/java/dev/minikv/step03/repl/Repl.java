package dev.minikv.step03.repl;

import dev.minikv.step03.store.KeyValueStore;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import dev.minikv.step03.store.StoreError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/// The read-eval-print loop: reads a line, does what it says, prints the answer, and starts over.
///
/// It ends at `quit`, at `exit` and at the end of the input.
public final class Repl {

    private final KeyValueStore store;
    private final Console console;
    private final boolean bail;

    /// Creates a loop over a store and its user.
    ///
    /// @param bail whether to end at the first line that cannot be done
    public Repl(KeyValueStore store, Console console, boolean bail) {
        this.store = store;
        this.console = console;
        this.bail = bail;
    }

    /// Runs until there is nothing more to do.
    ///
    /// @return whether every line could be done
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
            if (outcome == Outcome.QUIT || (bail && !allDone)) {
                return allDone;
            }
            line = console.readLine();
        }
        return allDone;
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
        switch (command) {
            case Command.Set(String key, String value) -> {
                return set(key, value);
            }
            case Command.Get(String key) ->
                console.print(store.get(key).map(Quotes::quote).orElseGet(() -> notFound(key)));
            case Command.Exists(String key) -> console.print(store.contains(key) ? "yes" : "no");
            case Command.Delete(String key) ->
                console.print(store.delete(key)
                        .map(value -> "✓ Deleted " + Quotes.inQuotes(key) + " (was: " + Quotes.inQuotes(value) + ")")
                        .orElseGet(() -> notFound(key)));
            case Command.Keys(String prefix) -> {
                for (String key : store.keys(prefix)) {
                    console.print(Quotes.quote(key));
                }
            }
            case Command.Count() -> console.print("Store contains " + Wording.count(store.count(), "item"));
            case Command.Clear() -> console.print("✓ Deleted " + Wording.count(store.clear(), "item"));
            case Command.History() -> history();
            case Command.Help(Optional<Syntax> topic) ->
                console.print(topic.map(Repl::explanation).orElseGet(Repl::overview));
            case Command.Quit() -> {
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
        return switch (store.set(key, value)) {
            case Success<?, ?> _ -> {
                console.print("✓ Set " + Quotes.inQuotes(key) + " = " + Quotes.inQuotes(value));
                yield Outcome.DONE;
            }
            case Failure(StoreError error) -> {
                Wording words = Wording.of(error);
                console.printError(words.wrong(), "  " + words.help());
                yield Outcome.FAILED;
            }
        };
    }

    /// Shows a mistake in a line.
    private Outcome point(String line, Mistake mistake) throws IOException {
        Wording words = Wording.of(mistake);
        console.printError(words.wrong(), Excerpt.of(line, mistake.at(), words.help()));
        return Outcome.FAILED;
    }

    private void history() throws IOException {
        if (!console.isInteractive()) {
            console.print("No history: it is kept at a terminal");
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

    private static String notFound(String key) {
        return "Key " + Quotes.inQuotes(key) + " not found";
    }
}
