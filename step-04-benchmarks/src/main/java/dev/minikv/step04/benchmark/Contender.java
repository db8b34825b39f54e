package dev.minikv.step04.benchmark;

/// A store or a map, as a benchmark sees it.
///
/// Benchmarks call every contender through this interface, so that the call costs the same for each.
/// The JVM of one measurement uses a single implementation, and the JIT compiler inlines the call. An
/// absent key gives null, as in [java.util.Map]: the adapter of a store unwraps the result, as any
/// caller who wants the value would.
///
/// Values are returned as Object, so that a value can be found without being read. If a method of a
/// `Map<String, String>` has to return a String, the compiler inserts a cast, and the cast looks at the
/// object to see whether it is a String. That can mean another wait for memory.
interface Contender {

    /// Returns the value stored under the key, or null if there is none.
    Object get(String key);

    /// Stores the value under the key, and returns the previous value, or null if there was none.
    Object put(String key, String value);

    /// Removes the key, and returns its value, or null if there was none.
    Object remove(String key);
}
