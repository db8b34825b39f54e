package dev.minikv.step07.store;

import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;

/// A key-value store: each key has at most one value, and both are text.
///
/// A key or a value may be any string, the empty one included, but never null. Keys are exact: two
/// strings are the same key only if they are [equal][String#equals]. Absence is an empty [Optional],
/// never null. A call that throws changes nothing.
///
/// A store may be on a disk, or elsewhere, so every operation can fail: each method returns a [Result], and
/// its error is the reason for a refusal, or [StoreError.Unavailable].
///
/// Each store documents what its operations cost, how much it can hold, what its answers promise, and
/// whether several threads may use it at once.
public interface KeyValueStore {

    /// Stores the value under the key, replacing any previous value.
    ///
    /// @return the previous value, or empty if the key was absent
    /// @throws NullPointerException if the key or the value is null
    Result<Optional<String>, StoreError> set(String key, String value);

    /// Stores several entries: all of them, or none. Of two with the same key, the later one counts.
    ///
    /// @return how many keys were new
    /// @throws NullPointerException if an entry is null; it cannot hold null
    Result<Integer, StoreError> setAll(List<Entry<String, String>> entries);

    /// Returns the value stored under the key, or empty if the key is absent.
    ///
    /// @throws NullPointerException if the key is null
    Result<Optional<String>, StoreError> get(String key);

    /// Returns whether the key has a value.
    ///
    /// @throws NullPointerException if the key is null
    Result<Boolean, StoreError> contains(String key);

    /// Removes the key and its value.
    ///
    /// @return the value that was removed, or empty if the key was absent
    /// @throws NullPointerException if the key is null
    Result<Optional<String>, StoreError> delete(String key);

    /// Removes all keys and their values.
    ///
    /// @return how many keys there were
    Result<Integer, StoreError> clear();

    /// Returns the number of keys that have a value.
    Result<Integer, StoreError> count();

    /// Returns the keys that start with the prefix, in the order of [String#compareTo]. Every key starts
    /// with the empty prefix. The list is an unmodifiable copy.
    ///
    /// @throws NullPointerException if the prefix is null
    Result<List<String>, StoreError> keys(String prefix);

    /// Returns all entries, in any order. The list is a copy that nothing changes any more.
    Result<List<Entry<String, String>>, StoreError> entries();
}
