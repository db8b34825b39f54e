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

    /// Reads a line, answers it, and starts over.
    ///
    /// @throws IOException if the input cannot be read or the output cannot be written
    public void run() throws IOException {
        String[] words = prompt();
        while (!command(words).equals("quit")) {
            if (!words[0].isEmpty()) {
                println(answer(words));
            }
            words = prompt();
        }
        println("Goodbye!");
        if (words[0].equals("quit")) out.flush();
    }

    private static String command(String[] words) {
        return words[0].toLowerCase(Locale.ROOT);
    }

    private void println(String s) throws IOException {
        out.write(s + System.lineSeparator());
    }

    private String answer(String[] words) {
        return switch (command(words)) {
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

    /// Shows the prompt and returns the words of the line that was typed.
    private String[] prompt() throws IOException {
        out.write("> ");
        out.flush();
        String line = in.readLine();
        return line == null ? new String[] {"quit"} : line.strip().split("\\s+");
    }
}
