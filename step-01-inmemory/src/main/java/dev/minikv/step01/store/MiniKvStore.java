package dev.minikv.step01.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A key-value store in memory: each key has at most one value, and both are text.
///
/// A key or a value may be any string, the empty one included, but never null. Absence is an empty
/// [Optional], never null. The only limit is memory, and what is stored lives as long as this
/// object. Not safe for use by several threads at once.
///
/// Every operation takes the same time however many entries there are (expected O(1); see
/// [HashMap]), except that now and then a `set` makes the map grow, which moves every entry.
public final class MiniKvStore {

    private final Map<String, String> entries = new HashMap<>();

    /// Creates an empty store.
    public MiniKvStore() {}

    /// Stores the value under the key, replacing any previous value.
    ///
    /// @return the previous value, or empty if the key was absent
    /// @throws NullPointerException if the key or the value is null
    public Optional<String> set(String key, String value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        return Optional.ofNullable(entries.put(key, value));
    }

    /// Returns the value stored under the key, or empty if the key is absent.
    ///
    /// @throws NullPointerException if the key is null
    public Optional<String> get(String key) {
        Objects.requireNonNull(key, "key");
        return Optional.ofNullable(entries.get(key));
    }

    /// Removes the key and its value.
    ///
    /// @return the value that was removed, or empty if the key was absent
    /// @throws NullPointerException if the key is null
    public Optional<String> delete(String key) {
        Objects.requireNonNull(key, "key");
        return Optional.ofNullable(entries.remove(key));
    }

    /// Returns the number of keys that have a value.
    public int count() {
        return entries.size();
    }
}
