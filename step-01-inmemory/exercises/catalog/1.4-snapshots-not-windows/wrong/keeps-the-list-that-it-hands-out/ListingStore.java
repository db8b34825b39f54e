package dev.minikv.step01.exercise4;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A store that can list its keys and entries, in the order of the keys.
public final class ListingStore {

    private final Map<String, String> entries = new HashMap<>();
    private List<String> listed; // null after each change

    /// Stores the value under the key, replacing any previous value.
    public void set(String key, String value) {
        entries.put(key, value);
        listed = null;
    }

    /// Removes the key and its value, or does nothing if the key is absent.
    public void delete(String key) {
        entries.remove(key);
        listed = null;
    }

    /// Returns the current keys, sorted.
    public List<String> keys() {
        if (listed == null) {
            listed = new ArrayList<>(entries.keySet());
            listed.sort(null);
        }
        return listed;
    }

    /// Returns the current keys with their values, sorted by key.
    public List<Map.Entry<String, String>> entries() {
        return entries.entrySet().stream()
                .map(Map.Entry::copyOf)
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }
}
