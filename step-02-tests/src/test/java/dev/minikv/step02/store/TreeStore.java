package dev.minikv.step02.store;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// A store over a [TreeMap]: plain code that finds a key quite differently from a hash table.
class TreeStore implements KeyValueStore {

    private final Map<String, String> entries = new TreeMap<>();

    @Override
    public Optional<String> set(String key, String value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        return Optional.ofNullable(entries.put(key, value));
    }

    @Override
    public Optional<String> get(String key) {
        Objects.requireNonNull(key, "key");
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public Optional<String> delete(String key) {
        Objects.requireNonNull(key, "key");
        return Optional.ofNullable(entries.remove(key));
    }

    @Override
    public int count() {
        return entries.size();
    }
}
