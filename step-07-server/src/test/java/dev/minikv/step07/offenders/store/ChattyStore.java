package dev.minikv.step07.offenders.store;

import dev.minikv.step07.repl.Repl;

/// A store that knows the REPL, and so cannot be used without it.
public final class ChattyStore {

    void set(Repl repl) throws java.io.IOException {
        repl.run();
    }
}
