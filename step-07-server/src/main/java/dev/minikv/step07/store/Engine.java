package dev.minikv.step07.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The part of a store that holds its entries, and decides what an operation costs.
///
/// Its only caller is [MiniKvStore], which has already checked for null and for limits. An engine
/// returns null for an absent key, as [java.util.Map] does: wrapping is left to the store.
interface Engine {

    /// Stores the value under the key, and returns the previous value, or null if there was none.
    String put(String key, String value);

    /// Returns the value stored under the key, or null if there is none.
    String get(String key);

    /// Removes the key, and returns its value, or null if there was none.
    String remove(String key);

    /// Removes all keys.
    void clear();

    /// Returns the number of keys.
    int size();

    /// Returns a new list of the keys that start with a prefix, in the order of [String#compareTo].
    List<String> keys(String prefix);

    /// Returns all entries, in any order, as a new list.
    default List<Map.Entry<String, String>> entries() {
        var entries = new ArrayList<Map.Entry<String, String>>();
        keys("").forEach(key -> entries.add(Map.entry(key, get(key))));
        return entries;
    }
}
