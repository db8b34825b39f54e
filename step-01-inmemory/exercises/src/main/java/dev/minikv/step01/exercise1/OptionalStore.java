package dev.minikv.step01.exercise1;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A store whose methods say whether there was a value: they return an Optional, empty or not.
public final class OptionalStore {

    private final Map<String, String> entries = new HashMap<>();

    /// Stores the value under the key, and returns the previous value.
    public Optional<String> set(String key, String value) {
        entries.put(key, value);
        return Optional.empty();
    }

    /// Returns the value under the key.
    public Optional<String> get(String key) {
        return Optional.of(entries.getOrDefault(key, ""));
    }

    /// Removes the key, and returns the value that was removed.
    public Optional<String> delete(String key) {
        entries.remove(key);
        return Optional.empty();
    }
}
