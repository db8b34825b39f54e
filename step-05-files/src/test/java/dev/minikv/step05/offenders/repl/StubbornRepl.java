package dev.minikv.step05.offenders.repl;

import dev.minikv.step05.store.EngineKind;
import dev.minikv.step05.store.KeyValueStore;
import dev.minikv.step05.store.Limits;
import dev.minikv.step05.store.MiniKvStore;

/// A REPL that creates its own store, so that nobody can give it another.
public final class StubbornRepl {

    private final KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);

    int count() {
        return store.count();
    }
}
