package dev.minikv.step02.exercise1;

import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.step02.store.MiniKvStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The stores on which the learner's tests are run: some keep the contract, and each of the others
/// breaks what one of the tests is named after.
final class Stores {

    private Stores() {}

    /// A store that is right.
    ///
    /// @param name what it is made of
    record Correct(String name, Supplier<KeyValueStore> create) {}

    /// A store that is wrong.
    ///
    /// @param test the name of the test that is about what is wrong with it
    record Buggy(String test, String misconception, Supplier<KeyValueStore> create) {}

    static List<Correct> correct() {
        return List.of(
                new Correct("a hash map", MiniKvStore::new),
                new Correct("a sorted tree", () -> new MapStore(new TreeMap<>())),
                new Correct("a list of copies", CopyingStore::new));
    }

    static List<Buggy> buggy() {
        return List.of(
                new Buggy("set_replaces_the_value", "keeps the first value", KeepsTheFirst::new),
                new Buggy("set_replaces_the_value", "appends to the old value", Appends::new),
                new Buggy("get_of_an_absent_key_is_empty", "answers \"\" for absence", AnswersEmptyText::new),
                new Buggy("get_of_an_absent_key_is_empty", "answers null for absence", AnswersNull::new),
                new Buggy("delete_returns_the_value", "looks when the value is gone", LooksTooLate::new),
                new Buggy("delete_returns_the_value", "returns the key", ReturnsTheKey::new));
    }

    /// A store over any map.
    private static class MapStore implements KeyValueStore {

        private final Map<String, String> entries;

        MapStore(Map<String, String> entries) {
            this.entries = entries;
        }

        @Override
        public Optional<String> set(String key, String value) {
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
            return Optional.ofNullable(entries.put(key, value));
        }

        @Override
        public Optional<String> get(String key) {
            Objects.requireNonNull(key);
            return Optional.ofNullable(entries.get(key));
        }

        @Override
        public Optional<String> delete(String key) {
            Objects.requireNonNull(key);
            return Optional.ofNullable(entries.remove(key));
        }

        @Override
        public int count() {
            return entries.size();
        }
    }

    /// A store that keeps characters, and makes a new string of them for each answer.
    private static final class CopyingStore implements KeyValueStore {

        private record Entry(char[] key, char[] value) {}

        private final List<Entry> entries = new ArrayList<>();

        @Override
        public Optional<String> set(String key, String value) {
            var entry = new Entry(key.toCharArray(), value.toCharArray());
            Optional<String> previous = delete(key);
            entries.add(entry);
            return previous;
        }

        @Override
        public Optional<String> get(String key) {
            return find(key).map(entry -> new String(entry.value()));
        }

        @Override
        public Optional<String> delete(String key) {
            Optional<Entry> found = find(key);
            found.ifPresent(entries::remove);
            return found.map(entry -> new String(entry.value()));
        }

        @Override
        public int count() {
            return entries.size();
        }

        private Optional<Entry> find(String key) {
            Objects.requireNonNull(key);
            return entries.stream()
                    .filter(entry -> new String(entry.key()).equals(key))
                    .findFirst();
        }
    }

    /// Right but for what a subclass overrides.
    private abstract static class AlmostRight extends MapStore {

        AlmostRight() {
            super(new HashMap<>());
        }
    }

    private static final class KeepsTheFirst extends AlmostRight {

        @Override
        public Optional<String> set(String key, String value) {
            return get(key).or(() -> super.set(key, value));
        }
    }

    private static final class Appends extends AlmostRight {

        @Override
        public Optional<String> set(String key, String value) {
            return super.set(key, get(key).orElse("") + value);
        }
    }

    private static final class AnswersEmptyText extends AlmostRight {

        @Override
        public Optional<String> get(String key) {
            return super.get(key).or(() -> Optional.of(""));
        }
    }

    private static final class AnswersNull extends AlmostRight {

        @Override
        public Optional<String> get(String key) {
            return super.get(key).isPresent() ? super.get(key) : null;
        }
    }

    private static final class LooksTooLate extends AlmostRight {

        @Override
        public Optional<String> delete(String key) {
            super.delete(key);
            return get(key);
        }
    }

    private static final class ReturnsTheKey extends AlmostRight {

        @Override
        public Optional<String> delete(String key) {
            return super.delete(key).map(_ -> key);
        }
    }
}
