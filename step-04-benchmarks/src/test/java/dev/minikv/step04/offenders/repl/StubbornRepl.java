package dev.minikv.step04.offenders.repl;

import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.KeyValueStore;
import dev.minikv.step04.store.Limits;
import dev.minikv.step04.store.MiniKvStore;

/// A REPL that creates its own store, so that nobody can give it another.
public final class StubbornRepl {

    private final KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);

    int count() {
        return store.count();
    }
}
