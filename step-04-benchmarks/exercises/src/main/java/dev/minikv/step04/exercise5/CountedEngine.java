package dev.minikv.step04.exercise5;

/// An engine that counts the steps it takes.
///
/// A step is one look at a place where an entry may lie, or one write to it. What takes a thousand
/// steps on one machine takes a thousand on any other, however busy it is.
public interface CountedEngine {

    /// Stores the value under the key, and returns the previous one, or null if there was none.
    String put(String key, String value);

    /// Returns the value stored under the key, or null if there is none.
    String get(String key);

    /// Removes the key, and returns its value, or null if there was none.
    String remove(String key);

    /// Returns how many steps all operations together have taken since the engine was made.
    long steps();
}
