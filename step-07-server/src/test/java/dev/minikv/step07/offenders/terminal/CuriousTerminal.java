package dev.minikv.step07.offenders.terminal;

import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.StoreError;
import java.util.List;

/// A terminal that looks into the store for completions, instead of calling the function it is given.
public final class CuriousTerminal {

    Result<List<String>, StoreError> complete(String word, KeyValueStore store) {
        return store.keys(word);
    }
}
