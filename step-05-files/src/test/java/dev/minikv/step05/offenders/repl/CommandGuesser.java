package dev.minikv.step05.offenders.repl;

import dev.minikv.step05.store.KeyValueStore;

/// A parser that takes a bare key for a `get`: what a line means depends on what is stored.
public final class CommandGuesser {

    boolean isGet(String line, KeyValueStore store) {
        return store.get(line).isPresent();
    }
}
