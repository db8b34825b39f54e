package dev.minikv.step05.store;

import dev.minikv.step05.store.Result.Failure;
import dev.minikv.step05.store.Result.Success;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// A store over a [TreeMap]: plain code that finds a key quite differently from a hash table.
class TreeStore implements KeyValueStore {

    private final TreeMap<String, String> entries = new TreeMap<>();
    private final Limits limits;

    TreeStore(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Result<Optional<String>, StoreError> set(String key, String value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        if (key.length() > limits.maxKeyChars()) {
            return new Failure<>(new StoreError.KeyTooLong(key.length(), limits.maxKeyChars()));
        }
        if (value.length() > limits.maxValueChars()) {
            return new Failure<>(new StoreError.ValueTooLong(value.length(), limits.maxValueChars()));
        }
        if (entries.size() == limits.maxEntries() && !entries.containsKey(key)) {
            return new Failure<>(new StoreError.StoreFull(limits.maxEntries()));
        }
        return new Success<>(Optional.ofNullable(entries.put(key, value)));
    }

    @Override
    public Optional<String> get(String key) {
        Objects.requireNonNull(key, "key");
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public boolean contains(String key) {
        Objects.requireNonNull(key, "key");
        return entries.containsKey(key);
    }

    @Override
    public Optional<String> delete(String key) {
        Objects.requireNonNull(key, "key");
        return Optional.ofNullable(entries.remove(key));
    }

    @Override
    public int clear() {
        int count = entries.size();
        entries.clear();
        return count;
    }

    @Override
    public int count() {
        return entries.size();
    }

    @Override
    public List<String> keys(String prefix) {
        Objects.requireNonNull(prefix, "prefix");
        // A tree is in order, so those with the prefix are neighbours.
        return entries.tailMap(prefix).keySet().stream()
                .takeWhile(key -> key.startsWith(prefix))
                .toList();
    }

    @Override
    public List<Map.Entry<String, String>> entries() {
        return entries.entrySet().stream().map(Map.Entry::copyOf).toList();
    }
}
