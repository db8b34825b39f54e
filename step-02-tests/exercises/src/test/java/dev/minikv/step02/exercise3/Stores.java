package dev.minikv.step02.exercise3;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.step02.store.MiniKvStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The stores on which the learner's tests are run: some keep the contract, and each of the others is
/// wrong at one boundary.
final class Stores {

    private static final String ALTERS_ANSWERS = "alters what get returns";

    private Stores() {}

    /// A correct store.
    ///
    /// @param name what it is made of
    record Correct(String name, Supplier<KeyValueStore> create) {}

    /// A buggy store.
    ///
    /// @param about what it gets wrong: values, keys or null
    /// @param place which of several ways to be wrong at the same boundary; empty if there is only one
    record Buggy(String about, String misconception, String place, Supplier<KeyValueStore> create) {

        /// Returns whether it is wrong at one boundary only, and not for every value.
        boolean isAtABoundary() {
            return !misconception.equals(ALTERS_ANSWERS);
        }

        @Override
        public String toString() {
            return place.isEmpty() ? misconception : "%s (%s)".formatted(misconception, place);
        }
    }

    static List<Correct> correct() {
        return List.of(
                new Correct("a hash map", MiniKvStore::new),
                new Correct("a sorted tree", () -> new MapStore(new TreeMap<>())),
                new Correct("a list of copies", CopyingStore::new));
    }

    static List<Buggy> buggy() {
        return List.of(
                new Buggy("values", "takes \"\" for absence", "returns nothing", TakesEmptyForAbsence::new),
                values("takes \"\" for absence", "returns a text", value -> value.isEmpty() ? "none" : value),
                values("trims the start of values", "", String::stripLeading),
                values("trims the end of values", "", String::stripTrailing),
                values("loses line breaks", "keeps the first line", Stores::firstLine),
                values("loses line breaks", "writes a space instead", value -> value.replaceAll("\\R", " ")),
                values("cuts values", "after 255 characters", value -> cut(value, 255)),
                values("cuts values", "after 999 characters", value -> cut(value, 999)),
                values("keeps ASCII only", "", Stores::ascii),
                answers("adds a character", value -> value + "\n"),
                answers("in capitals", value -> value.toUpperCase(Locale.ROOT)),
                answers("backwards", value -> new StringBuilder(value).reverse().toString()),
                keys("trims the start of keys", "", String::stripLeading),
                keys("trims the end of keys", "", String::stripTrailing),
                keys("ignores case", "keeps the last value", Stores::lowerCase),
                new Buggy("keys", "ignores case", "keeps the first value", KeepsTheFirst::new),
                new Buggy("keys", "ignores case", "counts both", CountsBoth::new),
                new Buggy("keys", "loses the key \"\"", "", LosesTheEmptyKey::new),
                acceptsNull("key of set"),
                acceptsNull("value of set"),
                acceptsNull("get"),
                acceptsNull("delete"),
                rejectsNullWrongly("key of set", () -> new IllegalArgumentException("null")),
                rejectsNullWrongly("value of set", IllegalStateException::new),
                rejectsNullWrongly("get", () -> new RuntimeException("the key is null")),
                rejectsNullWrongly("delete", UnsupportedOperationException::new));
    }

    private static Buggy values(String misconception, String place, UnaryOperator<String> alter) {
        return new Buggy("values", misconception, place, () -> new Altering(key -> key, alter));
    }

    private static Buggy answers(String place, UnaryOperator<String> alter) {
        return new Buggy("values", ALTERS_ANSWERS, place, () -> new AlteringAnswers(alter));
    }

    private static Buggy keys(String misconception, String place, UnaryOperator<String> alter) {
        return new Buggy("keys", misconception, place, () -> new Altering(alter, value -> value));
    }

    private static Buggy acceptsNull(String place) {
        return new Buggy("null", "accepts null", place, () -> new CarelessAboutNull(place, () -> {}));
    }

    private static Buggy rejectsNullWrongly(String place, Supplier<RuntimeException> exception) {
        return new Buggy(
                "null",
                "rejects null with another exception",
                place,
                () -> new CarelessAboutNull(place, () -> {
                    throw exception.get();
                }));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
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

        @Override
        public boolean equals(Object other) {
            return other instanceof MapStore store && entries.equals(store.entries);
        }

        @Override
        public int hashCode() {
            return entries.hashCode();
        }

        @Override
        public String toString() {
            return entries.toString();
        }
    }

    /// A store that keeps characters, and makes a new string from them for each answer. It rejects null
    /// with an exception of its own, and takes its time over long values.
    private static final class CopyingStore implements KeyValueStore {

        private record Entry(char[] key, char[] value) {}

        private final List<Entry> entries = new ArrayList<>();

        @Override
        public Optional<String> set(String key, String value) {
            var entry = new Entry(checked(key).toCharArray(), checked(value).toCharArray());
            if (value.length() > 500) {
                LockSupport.parkNanos(Duration.ofMillis(350).toNanos());
            }
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
            checked(key);
            return entries.stream()
                    .filter(entry -> new String(entry.key()).equals(key))
                    .findFirst();
        }
    }

    /// The promised exception, in one of its many possible forms.
    private static final class NullIsRejected extends NullPointerException {

        private static final long serialVersionUID = 1;

        NullIsRejected() {
            super("this store rejects null, as its contract says; " + "it has checked what it was given. ".repeat(9));
            initCause(new IllegalArgumentException("it was null"));
        }
    }

    private static String checked(String text) {
        if (text == null) {
            throw new NullIsRejected();
        }
        return text;
    }

    /// A store that changes keys and values before it uses them.
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

    /// A correct store, except for what a subclass overrides.
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

    private static final class AlteringAnswers extends AlmostRight {

        private final UnaryOperator<String> alter;

        AlteringAnswers(UnaryOperator<String> alter) {
            this.alter = alter;
        }

        @Override
        public Optional<String> get(String key) {
            return super.get(key).map(alter);
        }
    }

    /// Takes a key for an existing one if they differ only in case, and keeps the existing value.
    private static final class KeepsTheFirst extends AlmostRight {

        @Override
        public Optional<String> set(String key, String value) {
            Optional<String> previous = super.get(lowerCase(key));
            return previous.isPresent() ? previous : super.set(lowerCase(key), value);
        }

        @Override
        public Optional<String> get(String key) {
            return super.get(lowerCase(key));
        }

        @Override
        public Optional<String> delete(String key) {
            return super.delete(lowerCase(key));
        }
    }

    /// Counts keys that differ in case as two keys, but otherwise takes them for one.
    private static final class CountsBoth extends AlmostRight {

        private final KeyValueStore lower = new Altering(Stores::lowerCase, value -> value);

        @Override
        public Optional<String> set(String key, String value) {
            lower.set(key, value);
            return super.set(key, value);
        }

        @Override
        public Optional<String> get(String key) {
            return lower.get(key);
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

    /// In one place, does something other than reject null as promised.
    private static final class CarelessAboutNull extends AlmostRight {

        private final String place;
        private final Runnable rejection;

        /// @param rejection what is done there; if it returns, the store uses "" instead of null
        CarelessAboutNull(String place, Runnable rejection) {
            this.place = place;
            this.rejection = rejection;
        }

        @Override
        public Optional<String> set(String key, String value) {
            return super.set(orEmpty("key of set", key), orEmpty("value of set", value));
        }

        @Override
        public Optional<String> get(String key) {
            return super.get(orEmpty("get", key));
        }

        @Override
        public Optional<String> delete(String key) {
            return super.delete(orEmpty("delete", key));
        }

        private String orEmpty(String what, String text) {
            if (text == null && what.equals(place)) {
                rejection.run();
                return "";
            }
            return text;
        }
    }
}
