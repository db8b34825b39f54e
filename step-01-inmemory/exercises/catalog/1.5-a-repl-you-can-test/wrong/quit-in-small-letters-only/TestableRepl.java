package dev.minikv.step01.exercise5;

import dev.minikv.step01.store.MiniKvStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Locale;

/// A small REPL: `set`, `get` and `count`, in capitals or not, and `quit` to leave.
public final class TestableRepl {

    private final MiniKvStore store;
    private final BufferedReader in;
    private final Writer out;

    /// Creates a loop over a store, the lines to read, and the place to write the answers.
    public TestableRepl(MiniKvStore store, Reader in, Writer out) {
        this.store = store;
        this.in = new BufferedReader(in);
        this.out = out;
    }

    /// Reads a line, answers it, and starts over, until `quit` or the end of the input.
    ///
    /// @throws IOException if the input cannot be read or the output cannot be written
    public void run() throws IOException {
        String line = prompt();
        while (!line.equals("quit")) {
            if (!line.isEmpty()) {
                print(answer(line.split("\\s+")));
            }
            line = prompt();
        }
        print("Goodbye!");
        out.flush();
    }

    private String answer(String[] words) {
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "set" -> words.length == 3 ? set(words[1], words[2]) : "Usage: set <key> <value>";
            case "get" -> words.length == 2 ? get(words[1]) : "Usage: get <key>";
            case "count" -> String.valueOf(store.count());
            default -> "Unknown command: " + words[0];
        };
    }

    private String set(String key, String value) {
        store.set(key, value);
        return "OK";
    }

    private String get(String key) {
        return store.get(key).orElse("Key '" + key + "' not found");
    }

    /// Shows the prompt and returns the line that was typed, stripped; at the end of input, `quit`.
    private String prompt() throws IOException {
        out.write("> ");
        out.flush(); // about to block: the user must see everything first
        String line = in.readLine();
        return line == null ? "quit" : line.strip();
    }

    private void print(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
