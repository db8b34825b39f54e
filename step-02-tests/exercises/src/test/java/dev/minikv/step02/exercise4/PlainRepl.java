package dev.minikv.step02.exercise4;

import dev.minikv.step02.store.KeyValueStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A REPL that gives the lesson's answers, but works differently: it flushes at every prompt, writes
/// an answer in pieces, and looks a key up before it deletes it.
class PlainRepl {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    KeyValueStore store;
    private Reader in;
    private Writer out;

    /// Runs one session, from the banner to the end.
    final void run(KeyValueStore store, Reader in, Writer out) throws IOException {
        this.store = store;
        this.in = new BufferedReader(in);
        this.out = out;
        answer("the banner", "☕ Mini KV Store - Learning Project");
        answer("the commands", "Commands: set <key> <value> | get <key> | delete <key> | count | quit");
        answer("the empty line", "");
        Optional<String> line = ask();
        while (line.isPresent() && goesOnAfter(words(line.get()))) {
            line = ask();
        }
        if (line.isEmpty()) {
            endOfInput(out);
        }
        end(line.map(last -> "after " + last).orElse("at the end of the input"), out);
    }

    private Optional<String> ask() throws IOException {
        out.write(worded("the prompt", "> "));
        out.flush();
        return readLine(in);
    }

    private static List<String> words(String line) {
        return List.of(WHITE_SPACE.split(line.strip()));
    }

    private boolean goesOnAfter(List<String> words) throws IOException {
        String command = words.getFirst();
        switch (command) {
            case "" -> {}
            case "set" -> set(words);
            case "get" -> get(words);
            case "delete" -> delete(words);
            case "count" -> answer("count", "Store contains " + items(store.count()));
            case "quit", "exit" -> {
                answer("goodbye after " + command, "Goodbye! ☕");
                return goesOnAfterGoodbye(command);
            }
            default -> {
                rejected("an unknown command", words);
                complain("an unknown command", "Unknown command: " + command);
                complain("the available commands", "Available: set, get, delete, count, quit");
            }
        }
        return true;
    }

    private void set(List<String> words) throws IOException {
        if (words.size() < 3) {
            rejected("set", words);
            complain("the usage of set", "Usage: set <key> <value>");
            return;
        }
        String value = String.join(" ", words.subList(2, words.size()));
        store.set(words.get(1), value);
        answer("set", "✓ Set '" + words.get(1) + "' = '" + value + "'");
    }

    private void get(List<String> words) throws IOException {
        if (words.size() < 2) {
            rejected("get", words);
            complain("the usage of get", "Usage: get <key>");
            return;
        }
        Optional<String> value = store.get(words.get(1));
        if (value.isPresent()) {
            answer("get", value.get());
        } else {
            answer("get of an absent key", "Key '" + words.get(1) + "' not found");
        }
    }

    private void delete(List<String> words) throws IOException {
        if (words.size() < 2) {
            rejected("delete", words);
            complain("the usage of delete", "Usage: delete <key>");
            return;
        }
        String key = words.get(1);
        Optional<String> value = store.get(key);
        if (value.isEmpty()) {
            answer("delete of an absent key", "Key '" + key + "' not found");
            return;
        }
        store.delete(key);
        answer("delete", "✓ Deleted '" + key + "' (was: '" + value.get() + "')");
    }

    final void answer(String what, String text) throws IOException {
        out.write(worded(what, text));
        out.write('\n');
    }

    // A bug can override each of the methods below.

    /// Reads a line; empty at the end of the input.
    Optional<String> readLine(Reader in) throws IOException {
        var line = new StringBuilder();
        int next = in.read();
        if (next == -1) {
            return Optional.empty();
        }
        while (next != -1 && next != '\n') {
            line.append((char) next);
            next = in.read();
        }
        return Optional.of(line.toString());
    }

    /// Returns the text to write.
    ///
    /// @param what the name of the text, such as `the banner`
    String worded(String what, String text) {
        return text;
    }

    String items(int count) {
        return count + (count == 1 ? " item" : " items");
    }

    /// Called when a line is rejected, before the complaint; does nothing.
    void rejected(String command, List<String> words) {}

    void complain(String what, String text) throws IOException {
        answer(what, text);
    }

    boolean goesOnAfterGoodbye(String command) {
        return false;
    }

    void endOfInput(Writer out) throws IOException {
        out.write('\n');
    }

    void end(String when, Writer out) throws IOException {
        out.flush();
    }
}
