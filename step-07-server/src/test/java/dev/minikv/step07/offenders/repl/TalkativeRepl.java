package dev.minikv.step07.offenders.repl;

import dev.minikv.step07.store.StoreError;

/// A REPL that words an error itself, bypassing `Wording`.
public final class TalkativeRepl {

    String explain(StoreError.KeyTooLong error) {
        return "Sorry, " + error.chars() + " is too much!";
    }
}
