package dev.minikv.step02.offenders;

import dev.minikv.step02.repl.Repl;
import dev.minikv.step02.store.MiniKvStore;
import java.io.Reader;
import java.io.Writer;

/// A second place that puts the store and the REPL together.
public final class Matchmaker {

    Repl match(Reader in, Writer out) {
        return new Repl(new MiniKvStore(), in, out);
    }
}
