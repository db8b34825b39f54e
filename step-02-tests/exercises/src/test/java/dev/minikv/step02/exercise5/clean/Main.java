package dev.minikv.step02.exercise5.clean;

import dev.minikv.step02.exercise5.clean.repl.Prompt;
import dev.minikv.step02.exercise5.clean.samples.Samples;
import dev.minikv.step02.exercise5.clean.store.MemoryStore;
import java.io.InputStreamReader;
import java.io.PrintWriter;

/// Puts the parts together, and is the only one to know the console.
public final class Main {

    private Main() {}

    static void main() {
        var store = new MemoryStore();
        Samples.addTo(store);
        var out = new PrintWriter(System.out, true);
        new Prompt(store, new InputStreamReader(System.in), out).run();
        if (out.checkError()) {
            System.err.println("the output is gone");
            System.exit(1);
        }
    }
}
