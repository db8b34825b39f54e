package dev.minikv.step02.exercise3;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The stores on which the learner's tests are run: some keep the contract, and each of the others
/// is wrong at one boundary.
final class Stores {

    private Stores() {}

    /// A store that is right.
    ///
    /// @param name what it is made of
    record Correct(String name, Supplier<KeyValueStore> create) {}

    /// A store that is wrong.
    ///
    /// @param about what it is wrong about: values, keys or null
    record Buggy(String about, String misconception, Supplier<KeyValueStore> create) {}

    static List<Correct> correct() {
        return List.of(
                new Correct("a hash map", MiniKvStore::new),
                new Correct("a sorted tree", () -> new MapStore(new TreeMap<>())),
                new Correct("a list of copies", CopyingStore::new));
    }

    static List<Buggy> buggy() {
        return List.of(
                new Buggy("values", "takes \"\" for absence", TakesEmptyForAbsence::new),
                new Buggy("values", "trims values", () -> new Altering(key -> key, String::strip)),
                new Buggy("values", "keeps one line", () -> new Altering(key -> key, Stores::firstLine)),
                new Buggy("values", "keeps 255 characters", () -> new Altering(key -> key, Stores::cut)),
                new Buggy("values", "keeps ASCII only", () -> new Altering(key -> key, Stores::ascii)),
                new Buggy("keys", "trims keys", () -> new Altering(String::strip, value -> value)),
                new Buggy("keys", "ignores case", () -> new Altering(Stores::lowerCase, value -> value)),
                new Buggy("keys", "loses the key \"\"", LosesTheEmptyKey::new),
                new Buggy("null", "takes a null key for \"\"", TakesNullKeys::new),
                new Buggy("null", "takes a null value for \"\"", TakesNullValues::new),
                new Buggy("null", "gets nothing for null", GetsNull::new),
                new Buggy("null", "deletes nothing for null", DeletesNull::new));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(255, text.length()));
    }

    private static String ascii(String text) {
        return new String(text.getBytes(US_ASCII), US_ASCII);
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
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

    /// A store that does something to keys and values before it uses them.
    private static final class Altering extends MapStore {

        private final UnaryOperator<String> alterKey;
        private final UnaryOperator<String> alterValue;

        Altering(UnaryOperator<String> alterKey, UnaryOperator<String> alterValue) {
            super(new HashMap<>());
            this.alterKey = alterKey;
            this.alterValue = alterValue;
        }

        @Override
        public Optional<String> set(String key, String value) {
            return super.set(alterKey.apply(key), alterValue.apply(value));
        }

        @Override
        public Optional<String> get(String key) {
            return super.get(alterKey.apply(key));
        }

        @Override
        public Optional<String> delete(String key) {
            return super.delete(alterKey.apply(key));
        }
    }

    /// Right but for what a subclass overrides.
    private abstract static class AlmostRight extends MapStore {

        AlmostRight() {
            super(new HashMap<>());
        }
    }

    private static final class TakesEmptyForAbsence extends AlmostRight {

        @Override
        public Optional<String> get(String key) {
            return super.get(key).filter(value -> !value.isEmpty());
        }
    }

    private static final class LosesTheEmptyKey extends AlmostRight {

        @Override
        public Optional<String> set(String key, String value) {
            Optional<String> previous = super.set(key, value);
            super.delete("");
            return previous;
        }
    }

    private static final class TakesNullKeys extends AlmostRight {

        @Override
        public Optional<String> set(String key, String value) {
            return super.set(Objects.requireNonNullElse(key, ""), value);
        }
    }

    private static final class TakesNullValues extends AlmostRight {

        @Override
        public Optional<String> set(String key, String value) {
            return super.set(key, Objects.requireNonNullElse(value, ""));
        }
    }

    private static final class GetsNull extends AlmostRight {

        @Override
        public Optional<String> get(String key) {
            return key == null ? Optional.empty() : super.get(key);
        }
    }

    private static final class DeletesNull extends AlmostRight {

        @Override
        public Optional<String> delete(String key) {
            return key == null ? Optional.empty() : super.delete(key);
        }
    }
}
