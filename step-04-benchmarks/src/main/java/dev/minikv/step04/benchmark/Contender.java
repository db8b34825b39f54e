package dev.minikv.step04.benchmark;

/// A store or a map, as a benchmark sees it.
///
/// All are called through this interface, so that the way to each of them costs the same. In the JVM
/// of one measurement there is a single class that implements it, and the JIT compiler replaces the
/// call by the body. Absence is null, as in [java.util.Map]: the adapter of a store unwraps the
/// answer, as anybody would who wants the value.
interface Contender {

    /// Returns the value stored under the key, or null if there is none.
    String get(String key);

    /// Stores the value under the key, and returns the previous one, or null if there was none.
    String put(String key, String value);

    /// Removes the key, and returns its value, or null if there was none.
    String remove(String key);
}
