package dev.minikv.step03.offenders;

import dev.minikv.step03.repl.Console;
import dev.minikv.step03.repl.Repl;
import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.MiniKvStore;

/// A second place that puts the store and the REPL together.
public final class Matchmaker {

    Repl match(Console console) {
        return new Repl(new MiniKvStore(Limits.DEFAULT), console, false);
    }
}
