package dev.minikv.step03.offenders.repl;

import dev.minikv.step03.store.KeyValueStore;
import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.MiniKvStore;

/// A REPL that creates its own store, so that nobody can give it another.
public final class StubbornRepl {

    private final KeyValueStore store = new MiniKvStore(Limits.DEFAULT);

    int count() {
        return store.count();
    }
}
