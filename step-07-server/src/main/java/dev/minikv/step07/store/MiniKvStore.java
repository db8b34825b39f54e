package dev.minikv.step07.store;

import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;

/// A key-value store in memory, over one of several engines.
///
/// It takes what its [Limits] allow, and its entries live as long as this object. Its [EngineKind]
/// decides what an operation costs, and whether several threads may use the store at once. Most operations cannot
/// fail here, and their types say so.
public final class MiniKvStore implements KeyValueStore {

    private final Engine engine;
    private final Limits limits;

    /// Creates an empty store.
    ///
    /// @param kind the engine that keeps its entries
    /// @param limits how long keys and values may be, and how many entries it takes
    public MiniKvStore(EngineKind kind, Limits limits) {
        this.engine = kind.newEngine();
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    @Override
    public Result<Optional<String>, StoreError> set(String key, String value) {
        Optional<StoreError> refusal = refusal(key, value);
        return refusal.isPresent() ? new Failure<>(refusal.get()) : new Success<>(put(key, value));
    }

    @Override
    public Result<Integer, StoreError> setAll(List<Entry<String, String>> entries) {
        Optional<StoreError> refusal = refusal(entries);
        int before = engine.size();
        if (refusal.isPresent()) {
            return new Failure<>(refusal.get());
        }
        entries.forEach(entry -> put(entry.getKey(), entry.getValue()));
        return new Success<>(engine.size() - before);
    }

    /// Returns why an entry would be refused, or empty if it would be stored.
    public Optional<StoreError> refusal(String key, String value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        if (key.length() > limits.maxKeyChars()) {
            return Optional.of(new StoreError.KeyTooLong(key.length(), limits.maxKeyChars()));
        }
        if (value.length() > limits.maxValueChars()) {
            return Optional.of(new StoreError.ValueTooLong(value.length(), limits.maxValueChars()));
        }
        return engine.size() >= limits.maxEntries() && engine.get(key) == null
                ? Optional.of(new StoreError.StoreFull(limits.maxEntries()))
                : Optional.empty();
    }

    /// Returns why some entries would be refused, or empty if all of them would be stored.
    public Optional<StoreError> refusal(List<Entry<String, String>> entries) {
        var fresh = new HashSet<String>();
        for (Entry<String, String> entry : entries) {
            Optional<StoreError> refusal = refusal(entry.getKey(), entry.getValue());
            if (refusal.isPresent()) {
                return refusal;
            }
            if (engine.get(entry.getKey()) == null) {
                fresh.add(entry.getKey());
            }
        }
        return !fresh.isEmpty() && engine.size() + fresh.size() > limits.maxEntries()
                ? Optional.of(new StoreError.StoreFull(limits.maxEntries()))
                : Optional.empty();
    }

    /// Stores an entry that was accepted before, whatever the limits are now.
    ///
    /// @return the previous value, or empty if the key was absent
    public Optional<String> put(String key, String value) {
        return Optional.ofNullable(engine.put(key, value));
    }

    @Override
    public Success<Optional<String>, StoreError> get(String key) {
        Objects.requireNonNull(key, "key");
        return new Success<>(Optional.ofNullable(engine.get(key)));
    }

    @Override
    public Success<Boolean, StoreError> contains(String key) {
        Objects.requireNonNull(key, "key");
        return new Success<>(engine.get(key) != null);
    }

    @Override
    public Success<Optional<String>, StoreError> delete(String key) {
        Objects.requireNonNull(key, "key");
        return new Success<>(Optional.ofNullable(engine.remove(key)));
    }

    @Override
    public Success<Integer, StoreError> clear() {
        int count = engine.size();
        engine.clear();
        return new Success<>(count);
    }

    @Override
    public Success<Integer, StoreError> count() {
        return new Success<>(engine.size());
    }

    @Override
    public Success<List<String>, StoreError> keys(String prefix) {
        Objects.requireNonNull(prefix, "prefix");
        return new Success<>(List.copyOf(engine.keys(prefix)));
    }

    @Override
    public Success<List<Entry<String, String>>, StoreError> entries() {
        return new Success<>(Collections.unmodifiableList(engine.entries()));
    }
}
