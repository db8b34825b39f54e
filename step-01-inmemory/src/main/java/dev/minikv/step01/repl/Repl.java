package dev.minikv.step01.repl;

import dev.minikv.step01.store.MiniKvStore;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/// The read-eval-print loop: reads a line, executes it, prints the answer, and starts over.
///
/// It ends at `quit`, at `exit` and at the end of the input.
public final class Repl {

    private final MiniKvStore store;
    private final LineInput in;
    private final Writer out;

    /// Creates a loop over a store, the lines to read, and the place to write the answers.
    ///
    /// @param out should be buffered: it is flushed before each wait for input, not after each line
    public Repl(MiniKvStore store, Reader in, Writer out) {
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
            running = execute(line);
        }
        out.flush();
    }

    /// Executes one line, and returns whether the loop should continue.
    private boolean execute(String line) throws IOException {
        List<String> words = split(line);
        if (words.isEmpty()) {
            return true;
        }
        switch (words.getFirst()) {
            case "set" -> set(words);
            case "get" -> get(words);
            case "delete" -> delete(words);
            case "count" -> print("Store contains " + store.count() + " items");
            case "quit", "exit" -> {
                print("Goodbye! ☕");
                return false;
            }
            default -> {
                print("Unknown command: " + words.getFirst());
                print("Available: set, get, delete, count, quit");
            }
        }
        return true;
    }

    private void set(List<String> words) throws IOException {
        if (words.size() < 3) {
            print("Usage: set <key> <value>");
            return;
        }
        String key = words.get(1);
        String value = String.join(" ", words.subList(2, words.size()));
        store.set(key, value);
        print("✓ Set '" + key + "' = '" + value + "'");
    }

    private void get(List<String> words) throws IOException {
        if (words.size() < 2) {
            print("Usage: get <key>");
            return;
        }
        String key = words.get(1);
        print(store.get(key).orElseGet(() -> notFound(key)));
    }

    private void delete(List<String> words) throws IOException {
        if (words.size() < 2) {
            print("Usage: delete <key>");
            return;
        }
        String key = words.get(1);
        print(store.delete(key)
                .map(value -> "✓ Deleted '" + key + "' (was: '" + value + "')")
                .orElseGet(() -> notFound(key)));
    }

    private static String notFound(String key) {
        return "Key '" + key + "' not found";
    }

    /// Returns the words of a line, which white space separates.
    private static List<String> split(String line) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int end = 0; end <= line.length(); end++) {
            if (end == line.length() || isWhiteSpace(line.charAt(end))) {
                if (start < end) {
                    words.add(line.substring(start, end));
                }
                start = end + 1;
            }
        }
        return words;
    }

    /// Whether the character has Unicode's White_Space property, which Rust's `split_whitespace` uses.
    ///
    /// `Character.isWhitespace` differs: it rejects U+00A0 and accepts U+001C.
    private static boolean isWhiteSpace(char c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
    }

    private void print(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
