package dev.minikv.step04.benchmark;

/// A store or a map, as a benchmark sees it.
///
/// All are called through this interface, so that the way to each of them costs the same. In the JVM
/// of one measurement there is a single class that implements it, and the JIT compiler replaces the
/// call by the body. Absence is null, as in [java.util.Map]: the adapter of a store unwraps the
/// answer, as anybody would who wants the value.
///
/// Values are answered as Object: to find one is not to read it. Where a method of a
/// `Map<String, String>` is to give a String, the compiler puts in a cast, and to see that something is
/// a String one has to look at it, which can be a wait for memory of its own.
interface Contender {

    /// Returns the value stored under the key, or null if there is none.
    Object get(String key);

    /// Stores the value under the key, and returns the previous one, or null if there was none.
    Object put(String key, String value);

    /// Removes the key, and returns its value, or null if there was none.
    Object remove(String key);
}
