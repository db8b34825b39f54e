package dev.minikv.step02.exercise5.mixed.store;

import dev.minikv.step02.exercise5.mixed.repl.Dialog;

/// A store that only calls a method of the REPL.
public final class Caller {

    String get() {
        return Dialog.greeting();
    }
}
