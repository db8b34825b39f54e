package dev.minikv.step07.offenders.repl;

import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Result;

/// A parser that takes a bare key for a `get`: what a line means depends on what is stored.
public final class CommandGuesser {

    boolean isGet(String line, KeyValueStore store) {
        return store.contains(line).equals(new Result.Success<>(true));
    }
}
