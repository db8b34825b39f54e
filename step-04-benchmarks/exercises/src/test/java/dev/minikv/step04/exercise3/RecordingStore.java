package dev.minikv.step04.exercise3;

import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.KeyValueStore;
import dev.minikv.step04.store.Limits;
import dev.minikv.step04.store.MiniKvStore;
import dev.minikv.step04.store.Result;
import dev.minikv.step04.store.StoreError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// A store that records the operations on it.
final class RecordingStore implements KeyValueStore {

    private final KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
    private final LinkedHashSet<String> byAge = new LinkedHashSet<>();
    private final List<Operation> operations = new ArrayList<>();

    /// An operation on the store.
    ///
    /// @param word the name of the operation, such as "set" or "set of an old key"
    /// @param texts the very Strings that it was given: the key, and the value of a set
    /// @param answer the very object that the store returned
    /// @param older how many keys had been there longer than this one; 0 if this one was not there
    record Operation(String word, List<String> texts, Object answer, int older) {}

    /// Returns the operations since the last call of this method, in order.
    List<Operation> takeOperations() {
        List<Operation> taken = List.copyOf(operations);
        operations.clear();
        return taken;
    }

    /// Returns the number of entries, without recording the call.
    int size() {
        return store.count();
    }

    @Override
    public Result<Optional<String>, StoreError> set(String key, String value) {
        boolean isNew = byAge.add(key);
        Result<Optional<String>, StoreError> answer = store.set(key, value);
        operations.add(new Operation(isNew ? "set" : "set of an old key", List.of(key, value), answer, 0));
        return answer;
    }

    @Override
    public Optional<String> get(String key) {
        return recorded("get", store.get(key));
    }

    @Override
    public boolean contains(String key) {
        return recorded("contains", store.contains(key));
    }

    @Override
    public Optional<String> delete(String key) {
        int older = olderThan(key);
        Optional<String> answer = store.delete(key);
        operations.add(new Operation(byAge.remove(key) ? "delete" : "delete of nothing", List.of(key), answer, older));
        return answer;
    }

    @Override
    public int clear() {
        byAge.clear();
        return recorded("clear", store.clear());
    }

    @Override
    public int count() {
        return recorded("count", store.count());
    }

    @Override
    public List<String> keys(String prefix) {
        return recorded("keys", store.keys(prefix));
    }

    private <T> T recorded(String word, T answer) {
        operations.add(new Operation(word, List.of(), answer, 0));
        return answer;
    }

    private int olderThan(String key) {
        return byAge.contains(key)
                ? (int) byAge.stream().takeWhile(other -> !other.equals(key)).count()
                : 0;
    }
}
