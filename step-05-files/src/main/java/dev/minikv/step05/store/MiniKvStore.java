package dev.minikv.step05.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A key-value store in memory, over one of several engines.
///
/// It takes what its [Limits] allow, and its entries live as long as this object. Its [EngineKind]
/// decides what an operation costs, and whether several threads may use the store at once.
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
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        if (key.length() > limits.maxKeyChars()) {
            return new Result.Failure<>(new StoreError.KeyTooLong(key.length(), limits.maxKeyChars()));
        }
        if (value.length() > limits.maxValueChars()) {
            return new Result.Failure<>(new StoreError.ValueTooLong(value.length(), limits.maxValueChars()));
        }
        if (engine.size() >= limits.maxEntries() && engine.get(key) == null) {
            return new Result.Failure<>(new StoreError.StoreFull(limits.maxEntries()));
        }
        return new Result.Success<>(Optional.ofNullable(engine.put(key, value)));
    }

    @Override
    public Optional<String> get(String key) {
        Objects.requireNonNull(key, "key");
        return Optional.ofNullable(engine.get(key));
    }

    @Override
    public boolean contains(String key) {
        Objects.requireNonNull(key, "key");
        return engine.get(key) != null;
    }

    @Override
    public Optional<String> delete(String key) {
        Objects.requireNonNull(key, "key");
        return Optional.ofNullable(engine.remove(key));
    }

    @Override
    public int clear() {
        int count = engine.size();
        engine.clear();
        return count;
    }

    @Override
    public int count() {
        return engine.size();
    }

    @Override
    public List<String> keys(String prefix) {
        Objects.requireNonNull(prefix, "prefix");
        return List.copyOf(engine.keys(prefix));
    }

    @Override
    public List<Map.Entry<String, String>> entries() {
        return Collections.unmodifiableList(engine.entries());
    }
}
