package dev.minikv.step06.exercise4;

/// A record of a segment: what happened to a key.
public sealed interface LogRecord {

    /// Returns the key that it is about.
    String key();

    /// The key got a value.
    record Put(String key, String value) implements LogRecord {}

    /// The key was deleted.
    record Tombstone(String key) implements LogRecord {}
}
