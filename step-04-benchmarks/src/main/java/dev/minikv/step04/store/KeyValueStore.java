package dev.minikv.step04.store;

import java.util.List;
import java.util.Optional;

/// A key-value store: each key has at most one value, and both are text.
///
/// A key or a value may be any string, the empty one included, but never null. Keys are exact: two
/// are the same key if they are [equal][String#equals], and in no other case. Absence is an empty
/// [Optional], never null. A call that throws changes nothing.
///
/// What an operation costs, how much a store can hold, and whether several threads may use it at
/// once is up to each store to say.
public interface KeyValueStore {

    /// Stores the value under the key, in place of any value that was there.
    ///
    /// @return the previous value, or empty if the key was absent; or why it was refused, and then
    ///     nothing has changed
    /// @throws NullPointerException if the key or the value is null
    Result<Optional<String>, StoreError> set(String key, String value);

    /// Returns the value stored under the key, or empty if the key is absent.
    ///
    /// @throws NullPointerException if the key is null
    Optional<String> get(String key);

    /// Returns whether the key has a value.
    ///
    /// @throws NullPointerException if the key is null
    boolean contains(String key);

    /// Removes the key and its value.
    ///
    /// @return the value that was removed, or empty if the key was absent
    /// @throws NullPointerException if the key is null
    Optional<String> delete(String key);

    /// Removes all keys and their values.
    ///
    /// @return how many there were
    int clear();

    /// Returns the number of keys that have a value.
    int count();

    /// Returns the keys that start with a prefix, all of them if it is empty, in the order of
    /// [String#compareTo]. The list is a copy that nothing changes any more.
    ///
    /// @throws NullPointerException if the prefix is null
    List<String> keys(String prefix);
}
