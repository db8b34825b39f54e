package dev.minikv.step02.exercise5.clean.store;

import dev.minikv.step02.exercise5.clean.store.keys.KeyLength;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Keys and values in memory.
public final class MemoryStore {

    private final Map<String, String> entries = new HashMap<>();

    public void set(String key, String value) {
        KeyLength.check(key);
        entries.put(key, value);
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }
}
