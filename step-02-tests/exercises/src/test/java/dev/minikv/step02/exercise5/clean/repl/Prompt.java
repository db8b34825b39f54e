package dev.minikv.step02.exercise5.clean.repl;

import dev.minikv.step02.exercise5.clean.store.MemoryStore;
import dev.minikv.step02.exercise5.clean.words.Words;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.List;
import java.util.Scanner;

/// Stores what is typed as a key and a value, and answers a key with its value.
public final class Prompt {

    private final MemoryStore store;
    private final Scanner in;
    private final PrintWriter out;

    public Prompt(MemoryStore store, Reader in, PrintWriter out) {
        this.store = store;
        this.in = new Scanner(in);
        this.out = out;
    }

    public void run() {
        while (in.hasNextLine()) {
            List<String> words = Words.of(in.nextLine());
            if (words.size() > 1) {
                store.set(words.get(0), words.get(1));
            } else {
                out.println(store.get(words.get(0)).orElse("nothing"));
            }
        }
    }
}
