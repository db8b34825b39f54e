package dev.minikv.step07.offenders.repl;

import dev.minikv.step07.repl.Wording;

/// A class that passes its own words off as those of `Wording`.
public final class Ghostwriter {

    Wording apologise() {
        return new Wording("something went wrong", "try again");
    }
}
