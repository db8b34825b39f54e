package dev.minikv.step03.exercise1;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A store that can rename a key, and returns the result.
public final class RenamingStore {

    private final Map<String, String> entries = new HashMap<>();

    /// Stores the value under the key.
    public void set(String key, String value) {
        entries.put(key, value);
    }

    /// Returns the value under the key, or empty if the key is absent.
    public Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /// Moves the value under a key to another key.
    public RenameResult rename(String from, String to) {
        if (!entries.containsKey(from)) {
            return new RenameResult.KeyAbsent(from);
        }
        String value = entries.remove(from);
        if (entries.containsKey(to)) {
            entries.put(from, value);
            return new RenameResult.KeyTaken(to);
        }
        entries.put(to, value);
        return new RenameResult.Renamed(from, to);
    }
}
