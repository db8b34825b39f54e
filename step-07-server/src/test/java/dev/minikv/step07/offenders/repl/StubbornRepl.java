package dev.minikv.step07.offenders.repl;

import dev.minikv.step07.store.EngineKind;
import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Limits;
import dev.minikv.step07.store.MiniKvStore;

/// A REPL that creates its own store, so that nobody can give it another.
public final class StubbornRepl {

    private final KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);

    Object count() {
        return store.count();
    }
}
