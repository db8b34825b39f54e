package dev.minikv.step02.exercise1;

import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.step02.store.MiniKvStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/// The stores on which the learner's tests are run: some keep the contract, and each of the others
/// breaks the promise in the name of one test.
final class Stores {

    private Stores() {}

    /// A correct store.
    ///
    /// @param name what it is made of
    record Correct(String name, Supplier<KeyValueStore> create) {}

    /// A buggy store.
    ///
    /// @param test the name of the test that should notice its bug
    record Buggy(String test, String misconception, Supplier<KeyValueStore> create) {}

    static List<Correct> correct() {
        return List.of(
                new Correct("a hash map", MiniKvStore::new),
                new Correct("a sorted tree", () -> new MapStore(new TreeMap<>())),
                new Correct("a list of copies", CopyingStore::new));
    }

    static List<Buggy> buggy() {
        return List.of(
                set("keeps the first value", (first, _) -> first),
                set("appends to the old value", (first, second) -> first + second),
                set("puts the new value before the old one", (first, second) -> second + first),
                set("forgets both the old value and the new one", (_, _) -> null),
                set("cuts the last letter off", (_, second) -> withoutItsEnd(second)),
                set("stores the value in capitals", (_, second) -> second.toUpperCase(Locale.ROOT)),
                set("appends a space", (_, second) -> second + " "),
                set("stores another string of the same length", (_, second) -> otherLetters(second)),
                get("returns \"\" for an absent key", _ -> Optional.of("")),
                get("returns null for an absent key", _ -> null),
                get("returns \"null\" for an absent key", _ -> Optional.of("null")),
                get("returns the key for an absent key", Optional::of),
                get("returns some string for an absent key", key -> Optional.of(otherLetters(key) + " ?")),
                new Buggy("delete_returns_the_value", "looks after the value is gone", LooksTooLate::new),
                delete("returns null", (_, _) -> null),
                delete("returns the key", (key, _) -> Optional.of(key)),
                delete("returns \"\"", (_, _) -> Optional.of("")),
                delete("cuts the last letter off", (_, value) -> Optional.of(withoutItsEnd(value))),
                delete("returns the value and the key", (key, value) -> Optional.of(value + key)),
                delete("returns the value in capitals", (_, value) -> Optional.of(value.toUpperCase(Locale.ROOT))),
                delete("returns another string of the same length", (_, value) -> Optional.of(otherLetters(value))));
    }

    /// Returns a store that combines a key's old value and its new one.
    private static Buggy set(String misconception, BinaryOperator<String> merged) {
        return new Buggy("set_replaces_the_value", misconception, () -> new AlmostRight() {

            @Override
            public Optional<String> set(String key, String value) {
                Optional<String> previous = get(key);
                String stored = previous.isEmpty() ? value : merged.apply(previous.get(), value);
                super.delete(key);
                if (stored != null) {
                    super.set(key, stored);
                }
                return previous;
            }
        });
    }

    /// Returns a store that returns something for an absent key.
    private static Buggy get(String misconception, Function<String, Optional<String>> forAbsence) {
        return new Buggy("get_of_an_absent_key_is_empty", misconception, () -> new AlmostRight() {

            @Override
            public Optional<String> get(String key) {
                Optional<String> value = super.get(key);
                return value.isPresent() ? value : forAbsence.apply(key);
            }
        });
    }

    /// Returns a store whose `delete` makes its answer from the key and the value that it deletes.
    private static Buggy delete(String misconception, BiFunction<String, String, Optional<String>> answer) {
        return new Buggy("delete_returns_the_value", misconception, () -> new AlmostRight() {

            @Override
            public Optional<String> delete(String key) {
                Optional<String> removed = super.delete(key);
                return removed.isEmpty() ? removed : answer.apply(key, removed.get());
            }
        });
    }

    private static String withoutItsEnd(String text) {
        return text.isEmpty() ? text : text.substring(0, text.length() - 1);
    }

    /// Returns a text in which each letter is replaced by the next one.
    private static String otherLetters(String text) {
        return text.chars()
                .map(letter -> letter + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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

    /// A store that keeps characters, and makes a new string from them for each answer.
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

    /// A correct store, except for what a subclass overrides.
    private abstract static class AlmostRight extends MapStore {

        AlmostRight() {
            super(new HashMap<>());
        }
    }

    private static final class LooksTooLate extends AlmostRight {

        @Override
        public Optional<String> delete(String key) {
            super.delete(key);
            return get(key);
        }
    }
}
