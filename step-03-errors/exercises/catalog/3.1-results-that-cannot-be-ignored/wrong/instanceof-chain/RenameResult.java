package dev.minikv.step03.exercise1;

/// The result of renaming a key: one of the records below, and nothing else.
public sealed interface RenameResult {

    /// The value is now under the new key.
    record Renamed(String from, String to) implements RenameResult {}

    /// The old key had no value, and nothing has changed.
    record KeyAbsent(String key) implements RenameResult {}

    /// The new key already had a value, and nothing has changed.
    record KeyTaken(String key) implements RenameResult {}
}
