package dev.minikv.step04.offenders.repl;

import dev.minikv.step01.store.MiniKvStore;

/// A REPL that needs the step before, or the one before that.
public final class NostalgicRepl {

    int count(MiniKvStore store) {
        return store.count();
    }
}
