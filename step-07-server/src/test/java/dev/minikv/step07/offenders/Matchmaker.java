package dev.minikv.step07.offenders;

import dev.minikv.step07.repl.Console;
import dev.minikv.step07.repl.Repl;
import dev.minikv.step07.store.EngineKind;
import dev.minikv.step07.store.Limits;
import dev.minikv.step07.store.MiniKvStore;

/// A second place that puts the store and the REPL together.
public final class Matchmaker {

    Repl match(Console console) {
        return new Repl(new MiniKvStore(EngineKind.HASH, Limits.DEFAULT), console, null, false);
    }
}
