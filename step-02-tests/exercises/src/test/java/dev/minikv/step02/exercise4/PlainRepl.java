package dev.minikv.step02.exercise4;

import dev.minikv.step02.store.KeyValueStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A REPL that answers as the lesson's does, and that is made differently: it flushes at every
/// prompt, writes an answer in pieces, and looks a key up before it deletes it.
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
        answer("☕ Mini KV Store - Learning Project");
        answer("Commands: set <key> <value> | get <key> | delete <key> | count | quit");
        answer("");
        Optional<String> line = ask();
        while (line.isPresent() && goesOnAfter(words(line.get()))) {
            line = ask();
        }
        if (line.isEmpty()) {
            answer("");
        }
        end();
    }

    private Optional<String> ask() throws IOException {
        out.write("> ");
        out.flush();
        return readLine(in);
    }

    private static List<String> words(String line) {
        return WHITE_SPACE.splitAsStream(line).filter(word -> !word.isEmpty()).toList();
    }

    private boolean goesOnAfter(List<String> words) throws IOException {
        String command = words.isEmpty() ? "" : words.getFirst();
        switch (command) {
            case "" -> {}
            case "set" -> set(words);
            case "get" -> get(words);
            case "delete" -> delete(words);
            case "count" -> answer("Store contains " + items(store.count()));
            case "quit", "exit" -> {
                answer("Goodbye! ☕");
                return goesOnAfterGoodbye();
            }
            default -> {
                complain("Unknown command: " + command);
                complain("Available: set, get, delete, count, quit");
            }
        }
        return true;
    }

    private void set(List<String> words) throws IOException {
        if (words.size() < 3) {
            refuseSet(words);
            return;
        }
        String value = String.join(" ", words.subList(2, words.size()));
        store.set(words.get(1), value);
        answer("✓ Set '" + words.get(1) + "' = '" + value + "'");
    }

    private void get(List<String> words) throws IOException {
        if (words.size() < 2) {
            complain("Usage: get <key>");
            return;
        }
        answer(store.get(words.get(1)).orElse("Key '" + words.get(1) + "' not found"));
    }

    private void delete(List<String> words) throws IOException {
        if (words.size() < 2) {
            complain("Usage: delete <key>");
            return;
        }
        String key = words.get(1);
        Optional<String> value = store.get(key);
        if (value.isEmpty()) {
            answer("Key '" + key + "' not found");
            return;
        }
        store.delete(key);
        answer("✓ Deleted '" + key + "' (was: '" + value.get() + "')");
    }

    final void answer(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    // What follows is what a bug can change.

    /// Reads a line, or finds that there is none.
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

    String items(int count) {
        return count + (count == 1 ? " item" : " items");
    }

    void refuseSet(List<String> words) throws IOException {
        complain("Usage: set <key> <value>");
    }

    void complain(String text) throws IOException {
        answer(text);
    }

    boolean goesOnAfterGoodbye() {
        return false;
    }

    void end() throws IOException {
        out.flush();
    }
}
