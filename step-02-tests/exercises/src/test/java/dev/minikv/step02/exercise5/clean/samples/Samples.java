package dev.minikv.step02.exercise5.clean.samples;

import dev.minikv.step02.exercise5.clean.store.MemoryStore;

/// Entries to try things out with.
public final class Samples {

    private Samples() {}

    public static void addTo(MemoryStore store) {
        store.set("Alice", "Lisbon");
        store.set("Bob", "Oslo");
    }
}
