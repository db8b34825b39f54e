package dev.minikv.step01.exercise4;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A store that can list its keys and entries, in the order of the keys.
public final class ListingStore {

    private final Map<String, String> entries = new HashMap<>();

    private List<Map.Entry<String, String>> listed;

    /// Stores the value under the key, replacing any previous value.
    public void set(String key, String value) {
        entries.put(key, value);
    }

    /// Removes the key and its value, or does nothing if the key is absent.
    public void delete(String key) {
        entries.remove(key);
    }

    /// Returns the current keys, sorted.
    public List<String> keys() {
        return entries.keySet().stream().sorted().toList();
    }

    /// Returns the current keys with their values, sorted by key.
    public List<Map.Entry<String, String>> entries() {
        if (listed == null) {
            listed = entries.entrySet().stream()
                    .map(Map.Entry::copyOf)
                    .sorted(Map.Entry.comparingByKey())
                    .toList();
        }
        return listed;
    }
}
