package dev.minikv.step05.offenders.terminal;

import dev.minikv.step05.store.KeyValueStore;
import java.util.List;

/// A terminal that looks into the store for completions, instead of calling the function it is given.
public final class CuriousTerminal {

    List<String> complete(String word, KeyValueStore store) {
        return store.keys(word);
    }
}
