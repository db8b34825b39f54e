package dev.minikv.step02.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A key-value store in memory, over a [HashMap].
///
/// The only limit is memory, and what is stored lives as long as this object. Not safe for use by
/// several threads at once.
///
/// Every operation takes the same time however many entries there are (expected O(1)), except that
/// now and then a `set` makes the map grow, which moves every entry.
public final class MiniKvStore implements KeyValueStore {

    private final Map<String, String> entries = new HashMap<>();

    /// Creates an empty store.
    public MiniKvStore() {}

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
