package dev.minikv.step01.offenders;

import dev.minikv.step01.repl.Repl;
import dev.minikv.step01.store.MiniKvStore;
import java.io.Reader;
import java.io.Writer;

/// A second place that puts the store and the REPL together.
public final class Matchmaker {

    Repl match(Reader in, Writer out) {
        return new Repl(new MiniKvStore(), in, out);
    }
}
