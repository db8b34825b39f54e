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

/// A store that keeps lists of the keys it was asked for, and of what it has answered.
final class RecordingStore implements KeyValueStore {

    private final KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
    private final List<String> asked = new ArrayList<>();
    private final List<Optional<String>> answers = new ArrayList<>();

    /// Returns the keys that it was asked for, the first first: the very objects.
    List<String> asked() {
        return asked;
    }

    /// Returns what it has answered to `get`, the first first: the very objects.
    List<Optional<String>> answers() {
        return answers;
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
        asked.add(key);
        return store.contains(key);
    }

    @Override
    public Result<Optional<String>, StoreError> set(String key, String value) {
        return store.set(key, value);
    }

    @Override
    public Optional<String> delete(String key) {
        return store.delete(key);
    }

    @Override
    public int clear() {
        return store.clear();
    }

    @Override
    public int count() {
        return store.count();
    }

    @Override
    public List<String> keys(String prefix) {
        return store.keys(prefix);
    }
}
