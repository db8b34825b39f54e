package dev.minikv.step04.store;

import java.util.List;

/// Where a store keeps its entries: the part that decides what an operation costs.
///
/// It is asked by [MiniKvStore] only, which has checked for null and for limits. So that nothing has
/// to be wrapped on the quickest of all paths, absence is null in here, as in [java.util.Map].
interface Engine {

    /// Stores the value under the key, and returns the previous one, or null if there was none.
    String put(String key, String value);

    /// Returns the value stored under the key, or null if there is none.
    String get(String key);

    /// Removes the key, and returns its value, or null if there was none.
    String remove(String key);

    /// Removes all keys.
    void clear();

    /// Returns how many keys there are.
    int size();

    /// Returns the keys that start with a prefix, in the order of [String#compareTo], as a new list.
    List<String> keys(String prefix);
}
