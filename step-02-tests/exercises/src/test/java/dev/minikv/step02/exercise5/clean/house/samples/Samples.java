package dev.minikv.step02.exercise5.clean.house.samples;

import dev.minikv.step02.exercise5.clean.house.engine.MemoryStore;
import dev.minikv.step02.exercise5.clean.house.shells.Beach;

/// Entries to try things out with: every part may know the class of the store.
public final class Samples {

    private Samples() {}

    public static void addTo(MemoryStore store) {
        store.set("Alice", Beach.name());
        store.set("Bob", "Oslo");
    }
}
