package dev.minikv.step01.exercise3;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A store whose keys are exact: two keys are the same only if they have the same characters.
public final class ExactStore {

    private final Map<String, String> entries = new HashMap<>();

    /// Stores the value under the key, replacing any previous value.
    public void set(String key, String value) {
        entries.put(key, value);
    }

    /// Returns the value under the key, or empty if the key is absent.
    public Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /// Removes the key and its value, or does nothing if the key is absent.
    public void delete(String key) {
        entries.remove(key);
    }
}
