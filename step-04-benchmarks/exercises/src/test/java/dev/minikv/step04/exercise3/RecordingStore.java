package dev.minikv.step04.exercise3;

import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.KeyValueStore;
import dev.minikv.step04.store.Limits;
import dev.minikv.step04.store.MiniKvStore;
import dev.minikv.step04.store.Result;
import dev.minikv.step04.store.StoreError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A store that keeps a list of what was done to it.
final class RecordingStore implements KeyValueStore {

    private final KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
    private final List<Operation> operations = new ArrayList<>();

    /// What was done, and with which key; "" if there was none.
    record Operation(String word, String key) {}

    /// Returns what was done since the last time that it was asked, the first first.
    List<Operation> takeOperations() {
        List<Operation> taken = List.copyOf(operations);
        operations.clear();
        return taken;
    }

    /// Returns the number of entries, and does not record that.
    int size() {
        return store.count();
    }

    @Override
    public Result<Optional<String>, StoreError> set(String key, String value) {
        record(store.contains(key) ? "set of an old key" : "set", key);
        return store.set(key, value);
    }

    @Override
    public Optional<String> get(String key) {
        record("get", key);
        return store.get(key);
    }

    @Override
    public boolean contains(String key) {
        record("contains", key);
        return store.contains(key);
    }

    @Override
    public Optional<String> delete(String key) {
        record(store.contains(key) ? "delete" : "delete of nothing", key);
        return store.delete(key);
    }

    @Override
    public int clear() {
        record("clear", "");
        return store.clear();
    }

    @Override
    public int count() {
        record("count", "");
        return store.count();
    }

    @Override
    public List<String> keys(String prefix) {
        record("keys", prefix);
        return store.keys(prefix);
    }

    private void record(String word, String key) {
        operations.add(new Operation(word, key));
    }
}
