package dev.minikv.step03.exercise1;

/// What came of renaming a key: one of the records below, and nothing else.
public sealed interface RenameResult {

    /// The value is under the new key now.
    record Renamed(String from, String to) implements RenameResult {}

    /// There was no value under the old key, and nothing has changed.
    record KeyAbsent(String key) implements RenameResult {}

    /// There was a value under the new key already, and nothing has changed.
    record KeyTaken(String key) implements RenameResult {}
}
