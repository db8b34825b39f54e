package dev.minikv.step04.exercise5;

/// An engine that counts its steps.
///
/// A step is one read or write of a place where an entry may be. An operation that takes a thousand
/// steps on one machine takes a thousand on any other, however busy that machine is.
public interface CountedEngine {

    /// Stores the value under the key, and returns the previous value, or null if there was none.
    String put(String key, String value);

    /// Returns the value stored under the key, or null if there is none.
    String get(String key);

    /// Removes the key, and returns its value, or null if there was none.
    String remove(String key);

    /// Returns the number of steps that all operations have taken since the engine was created.
    long steps();
}
