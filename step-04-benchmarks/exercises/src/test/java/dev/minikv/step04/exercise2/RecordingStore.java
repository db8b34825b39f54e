package dev.minikv.step04.exercise2;

import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.KeyValueStore;
import dev.minikv.step04.store.Limits;
import dev.minikv.step04.store.MiniKvStore;
import dev.minikv.step04.store.Result;
import dev.minikv.step04.store.StoreError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A store that records the keys that were stored, and those it was asked for.
final class RecordingStore implements KeyValueStore {

    private final KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
    private final List<String> stored = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> operations = new ArrayList<>();

    /// Returns the keys that were stored, in order: the very objects.
    List<String> stored() {
        return stored;
    }

    /// Returns the keys that `get` was called with, in order: the very objects.
    List<String> asked() {
        return asked;
    }

    /// Returns the names of the methods that were called, in order.
    List<String> operations() {
        return operations;
    }

    @Override
    public Optional<String> get(String key) {
        operations.add("get");
        asked.add(key);
        return store.get(key);
    }

    @Override
    public boolean contains(String key) {
        operations.add("contains");
        return store.contains(key);
    }

    @Override
    public Result<Optional<String>, StoreError> set(String key, String value) {
        operations.add("set");
        stored.add(key);
        return store.set(key, value);
    }

    @Override
    public Optional<String> delete(String key) {
        operations.add("delete");
        return store.delete(key);
    }

    @Override
    public int clear() {
        operations.add("clear");
        return store.clear();
    }

    @Override
    public int count() {
        operations.add("count");
        return store.count();
    }

    @Override
    public List<String> keys(String prefix) {
        operations.add("keys");
        return store.keys(prefix);
    }
}
