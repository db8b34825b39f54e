package dev.minikv.step04.offenders.terminal;

import dev.minikv.step04.store.KeyValueStore;
import java.util.List;

/// A terminal that looks into the store for what it completes, instead of being told.
public final class CuriousTerminal {

    List<String> complete(String word, KeyValueStore store) {
        return store.keys(word);
    }
}
