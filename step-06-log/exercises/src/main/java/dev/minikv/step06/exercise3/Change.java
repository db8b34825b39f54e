package dev.minikv.step06.exercise3;

/// A change of a store, as a log has it.
public sealed interface Change {

    /// The key has this value from now on.
    record Put(String key, String value) implements Change {}

    /// The key has no value any more.
    record Delete(String key) implements Change {}

    /// No key has a value any more.
    record Clear() implements Change {}
}
