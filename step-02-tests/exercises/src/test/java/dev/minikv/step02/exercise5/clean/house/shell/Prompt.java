package dev.minikv.step02.exercise5.clean.house.shell;

import dev.minikv.step02.exercise5.clean.house.engine.Store;
import dev.minikv.step02.exercise5.clean.house.shell.terminal.Screen;
import dev.minikv.step02.exercise5.clean.house.words.Words;
import java.util.List;

/// Stores what is typed as a key and a value, and answers a key with its value.
public final class Prompt {

    private final Store store;
    private final Screen screen;

    public Prompt(Store store, Screen screen) {
        this.store = store;
        this.screen = screen;
    }

    public void run() {
        for (String line = screen.next(); !line.isEmpty(); line = screen.next()) {
            List<String> words = Words.of(line);
            if (words.size() > 1) {
                store.set(words.get(0), words.get(1));
            } else {
                screen.show(store.get(words.get(0)).orElse("nothing"));
            }
        }
    }
}
