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

    /// Creates a loop over a store, the lines to read, and the place to write the answers.
    public TestableRepl(MiniKvStore store, Reader in, Writer out) {
        this.store = store;
        this.in = new BufferedReader(in);
    }

    /// Reads a line, answers it, and starts over.
    ///
    /// @throws IOException if the input cannot be read or the output cannot be written
    public void run() throws IOException {
        String line = prompt();
        while (!line.equals("quit")) {
            if (!line.isBlank()) {
                System.out.println(answer(line.split(" ")));
            }
            line = prompt();
        }
        System.out.println("Goodbye!");
    }

    private String answer(String[] words) {
        return switch (words[0]) {
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

    /// Shows the prompt and returns the line that was typed.
    private String prompt() throws IOException {
        System.out.print("> ");
        String line = in.readLine();
        return line == null ? "" : line.toLowerCase(Locale.ROOT);
    }
}
