package dev.minikv.step07.offenders.repl;

import org.openjdk.jmh.infra.Blackhole;

/// A REPL that depends on the library that measures it.
public final class TimekeepingRepl {

    void run(Blackhole blackhole) {
        blackhole.consume(this);
    }
}
