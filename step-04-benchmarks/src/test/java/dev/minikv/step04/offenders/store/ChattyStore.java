package dev.minikv.step04.offenders.store;

import dev.minikv.step04.repl.Repl;

/// A store that knows the interface, and so cannot be had without it.
public final class ChattyStore {

    void set(Repl repl) throws java.io.IOException {
        repl.run();
    }
}
