package dev.minikv.step07.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// An engine over one of the JDK's maps, which decides on cost and on thread safety.
///
/// `keys` looks at every key in the map, and sorts those that it returns.
class MapEngine implements Engine {

    private final Map<String, String> entries;

    MapEngine(Map<String, String> entries) {
        this.entries = entries;
    }

    @Override
    public String put(String key, String value) {
        return entries.put(key, value);
    }

    @Override
    public String get(String key) {
        return entries.get(key);
    }

    @Override
    public String remove(String key) {
        return entries.remove(key);
    }

    @Override
    public void clear() {
        entries.clear();
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public List<String> keys(String prefix) {
        var keys = new ArrayList<String>();
        for (String key : entries.keySet()) {
            if (key.startsWith(prefix)) {
                keys.add(key);
            }
        }
        Collections.sort(keys);
        return keys;
    }

    @Override
    public List<Map.Entry<String, String>> entries() {
        var copies = new ArrayList<Map.Entry<String, String>>(entries.size());
        entries.forEach((key, value) -> copies.add(Map.entry(key, value)));
        return copies;
    }
}
