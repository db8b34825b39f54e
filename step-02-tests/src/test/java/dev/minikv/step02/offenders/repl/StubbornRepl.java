package dev.minikv.step02.offenders.repl;

import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.step02.store.MiniKvStore;

/// A REPL that creates its own store, so that nobody can give it another.
public final class StubbornRepl {

    private final KeyValueStore store = new MiniKvStore();

    int count() {
        return store.count();
    }
}
