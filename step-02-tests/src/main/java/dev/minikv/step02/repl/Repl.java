package dev.minikv.step02.repl;

import dev.minikv.step02.store.KeyValueStore;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/// The read-eval-print loop: reads a line, executes it, prints the answer, and starts over.
///
/// It ends at `quit`, at `exit` and at the end of the input.
public final class Repl {

    private final KeyValueStore store;
    private final LineInput in;
    private final Writer out;

    /// Creates a loop over a store, the lines to read, and the place to write the answers.
    ///
    /// @param out should be buffered: it is flushed before each wait for input, not after each line
    public Repl(KeyValueStore store, Reader in, Writer out) {
        this.store = store;
        this.in = new LineInput(in, out);
        this.out = out;
    }

    /// Runs until the user quits or the input ends.
    ///
    /// @throws IOException if the input cannot be read or the output cannot be written
    public void run() throws IOException {
        print("☕ Mini KV Store - Learning Project");
        print("Commands: set <key> <value> | get <key> | delete <key> | count | quit");
        print("");
        boolean running = true;
        while (running) {
            out.write("> ");
            String line = in.readLine();
            if (line == null) {
                print("");
                break;
            }
            running = execute(CommandParser.parse(line));
        }
        out.flush();
    }

    /// Executes one command, and returns whether the loop should continue.
    private boolean execute(Command command) throws IOException {
        switch (command) {
            case Command.Set(String key, String value) -> {
                store.set(key, value);
                print("✓ Set '" + key + "' = '" + value + "'");
            }
            case Command.Get(String key) -> print(store.get(key).orElseGet(() -> notFound(key)));
            case Command.Delete(String key) ->
                print(store.delete(key)
                        .map(value -> "✓ Deleted '" + key + "' (was: '" + value + "')")
                        .orElseGet(() -> notFound(key)));
            case Command.Count() -> print("Store contains " + items(store.count()));
            case Command.Quit() -> {
                print("Goodbye! ☕");
                return false;
            }
            case Command.Nothing() -> {}
            case Command.Incomplete(String usage) -> print("Usage: " + usage);
            case Command.Unknown(String word) -> {
                print("Unknown command: " + word);
                print("Available: set, get, delete, count, quit");
            }
        }
        return true;
    }

    private static String items(int count) {
        return count == 1 ? "1 item" : count + " items";
    }

    private static String notFound(String key) {
        return "Key '" + key + "' not found";
    }

    private void print(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
