package dev.minikv.step02.exercise5.clean.house;

import dev.minikv.step02.exercise5.clean.house.engine.MemoryStore;
import dev.minikv.step02.exercise5.clean.house.samples.Samples;
import dev.minikv.step02.exercise5.clean.house.shell.Prompt;
import dev.minikv.step02.exercise5.clean.house.shell.terminal.Screen;

/// Puts the parts together, and is the only class that ends the program.
public final class Launcher {

    private Launcher() {}

    static void main() {
        var store = new MemoryStore();
        Samples.addTo(store);
        var screen = new Screen();
        new Prompt(store, screen).run();
        if (!screen.works()) {
            System.exit(1);
        }
    }
}
