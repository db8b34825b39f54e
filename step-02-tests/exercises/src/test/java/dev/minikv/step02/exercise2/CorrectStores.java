package dev.minikv.step02.exercise2;

import dev.minikv.step02.store.KeyValueStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Stores that keep the contract, and otherwise have little in common, either with each other or with
/// the lesson's.
final class CorrectStores {

    private CorrectStores() {}

    /// Keeps its entries sorted. It leaves rejecting a null key to [TreeMap].
    static final class SortedStore implements KeyValueStore {

        private final Map<String, String> entries = new TreeMap<>();

        @Override
        public Optional<String> set(String key, String value) {
            return Optional.ofNullable(entries.put(key, Objects.requireNonNull(value)));
        }

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        @Override
        public Optional<String> delete(String key) {
            return Optional.ofNullable(entries.remove(key));
        }

        @Override
        public int count() {
            return entries.size();
        }
    }

    /// Appends each change to a log, and reads values back from it: equal strings, but different objects.
    static final class LogStore implements KeyValueStore {

        private final List<Change> log = new ArrayList<>();

        /// A key's new value, as characters; empty if the key was deleted.
        private record Change(String key, Optional<char[]> value) {}

        @Override
        public Optional<String> set(String key, String value) {
            Objects.requireNonNull(value, "there is no value");
            Optional<String> previous = get(key);
            log.add(new Change(key, Optional.of(value.toCharArray())));
            return previous;
        }

        @Override
        public Optional<String> get(String key) {
            Objects.requireNonNull(key, "there is no key");
            for (Change change : log.reversed()) {
                if (change.key().equals(key)) {
                    return change.value().map(String::new);
                }
            }
            return Optional.empty();
        }

        @Override
        public Optional<String> delete(String key) {
            Optional<String> previous = get(key);
            log.add(new Change(key, Optional.empty()));
            return previous;
        }

        @Override
        public int count() {
            Set<String> keys = new HashSet<>();
            for (Change change : log) {
                if (change.value().isPresent()) {
                    keys.add(change.key());
                } else {
                    keys.remove(change.key());
                }
            }
            return keys.size();
        }
    }
}
