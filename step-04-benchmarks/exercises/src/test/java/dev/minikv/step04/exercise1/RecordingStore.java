package dev.minikv.step04.exercise1;

import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.KeyValueStore;
import dev.minikv.step04.store.Limits;
import dev.minikv.step04.store.MiniKvStore;
import dev.minikv.step04.store.Result;
import dev.minikv.step04.store.StoreError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A store that records the keys it was asked for, and its answers.
final class RecordingStore implements KeyValueStore {

    private final KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
    private final List<String> asked = new ArrayList<>();
    private final List<Optional<String>> answers = new ArrayList<>();

    /// Returns the keys that `get` was called with, in order: the very objects. Any other call is there
    /// in words, such as `count()`.
    List<String> asked() {
        return asked;
    }

    /// Returns the answers to `get`, in order: the very objects.
    List<Optional<String>> answers() {
        return answers;
    }

    /// Empties both lists.
    void forget() {
        asked.clear();
        answers.clear();
    }

    @Override
    public Optional<String> get(String key) {
        asked.add(key);
        Optional<String> answer = store.get(key);
        answers.add(answer);
        return answer;
    }

    @Override
    public boolean contains(String key) {
        asked.add("contains(%s)".formatted(key));
        return store.contains(key);
    }

    @Override
    public Result<Optional<String>, StoreError> set(String key, String value) {
        asked.add("set(%s, %s)".formatted(key, value));
        return store.set(key, value);
    }

    @Override
    public Optional<String> delete(String key) {
        asked.add("delete(%s)".formatted(key));
        return store.delete(key);
    }

    @Override
    public int clear() {
        asked.add("clear()");
        return store.clear();
    }

    @Override
    public int count() {
        asked.add("count()");
        return store.count();
    }

    @Override
    public List<String> keys(String prefix) {
        asked.add("keys(%s)".formatted(prefix));
        return store.keys(prefix);
    }
}
