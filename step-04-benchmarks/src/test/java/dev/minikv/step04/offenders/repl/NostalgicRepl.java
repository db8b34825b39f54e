package dev.minikv.step04.offenders.repl;

import dev.minikv.step01.store.MiniKvStore;

/// A REPL that needs the code of an earlier step.
public final class NostalgicRepl {

    int count(MiniKvStore store) {
        return store.count();
    }
}
