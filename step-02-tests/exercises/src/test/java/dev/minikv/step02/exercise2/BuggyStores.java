package dev.minikv.step02.exercise2;

import dev.minikv.step02.store.KeyValueStore;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The nine: stores with one bug each. Most are a plain store, correct by itself, with what the bug
/// makes different.
final class BuggyStores {

    private BuggyStores() {}

    private static class PlainStore implements KeyValueStore {

        final Map<String, String> entries;

        PlainStore() {
            this(new HashMap<>());
        }

        PlainStore(Map<String, String> entries) {
            this.entries = entries;
        }

        @Override
        public Optional<String> set(String key, String value) {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
            return Optional.ofNullable(entries.put(key, value));
        }

        @Override
        public Optional<String> get(String key) {
            Objects.requireNonNull(key, "key");
            return Optional.ofNullable(entries.get(key));
        }

        @Override
        public Optional<String> delete(String key) {
            Objects.requireNonNull(key, "key");
            return Optional.ofNullable(entries.remove(key));
        }

        @Override
        public int count() {
            return entries.size();
        }
    }

    static final class AnswersAfterwards extends PlainStore {

        @Override
        public Optional<String> set(String key, String value) {
            super.set(key, value);
            return get(key);
        }

        @Override
        public Optional<String> delete(String key) {
            super.delete(key);
            return get(key);
        }
    }

    static final class CountsEverySet extends PlainStore {

        private int count = 0;

        @Override
        public Optional<String> set(String key, String value) {
            Optional<String> previous = super.set(key, value);
            count++;
            return previous;
        }

        @Override
        public Optional<String> delete(String key) {
            Optional<String> removed = super.delete(key);
            removed.ifPresent(_ -> count--);
            return removed;
        }

        @Override
        public int count() {
            return count;
        }
    }

    static final class CountsEveryDelete extends PlainStore {

        private int count = 0;

        @Override
        public Optional<String> set(String key, String value) {
            Optional<String> previous = super.set(key, value);
            if (previous.isEmpty()) {
                count++;
            }
            return previous;
        }

        @Override
        public Optional<String> delete(String key) {
            Optional<String> removed = super.delete(key);
            count--;
            return removed;
        }

        @Override
        public int count() {
            return count;
        }
    }

    static final class TakesEmptyForNone extends PlainStore {

        @Override
        public Optional<String> set(String key, String value) {
            return super.set(key, value).filter(previous -> !previous.isEmpty());
        }

        @Override
        public Optional<String> delete(String key) {
            return super.delete(key).filter(removed -> !removed.isEmpty());
        }
    }

    static final class ComparesByIdentity extends PlainStore {

        ComparesByIdentity() {
            super(new IdentityHashMap<>());
        }
    }

    static final class ChecksTooLate extends PlainStore {

        @Override
        public Optional<String> set(String key, String value) {
            String previous = entries.put(key, value);
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
            return Optional.ofNullable(previous);
        }
    }

    static final class DeletesByHashCode extends PlainStore {

        @Override
        public Optional<String> delete(String key) {
            Optional<String> removed = get(key);
            entries.keySet().removeIf(other -> other.hashCode() == key.hashCode());
            return removed;
        }
    }

    static final class UndoesTheLastSet extends PlainStore {

        private final Map<String, Deque<String>> overwritten = new HashMap<>();

        @Override
        public Optional<String> set(String key, String value) {
            Optional<String> previous = super.set(key, value);
            previous.ifPresent(old ->
                    overwritten.computeIfAbsent(key, _ -> new ArrayDeque<>()).push(old));
            return previous;
        }

        @Override
        public Optional<String> delete(String key) {
            Optional<String> removed = super.delete(key);
            Deque<String> older = overwritten.getOrDefault(key, new ArrayDeque<>());
            if (!older.isEmpty()) {
                super.set(key, older.pop());
            }
            return removed;
        }
    }

    static final class LosesOneWhenItGrows implements KeyValueStore {

        private Entry[] entries = new Entry[16];
        private int size = 0;

        private record Entry(String key, String value) {}

        @Override
        public Optional<String> set(String key, String value) {
            Objects.requireNonNull(value, "value");
            Optional<String> previous = delete(key);
            if (size == entries.length) {
                size--; // as if this were the index of the first free place
                entries = Arrays.copyOf(entries, 2 * entries.length);
            }
            entries[size++] = new Entry(key, value);
            return previous;
        }

        @Override
        public Optional<String> get(String key) {
            int index = indexOf(key);
            return index == -1 ? Optional.empty() : Optional.of(entries[index].value());
        }

        @Override
        public Optional<String> delete(String key) {
            Optional<String> removed = get(key);
            if (removed.isPresent()) {
                entries[indexOf(key)] = entries[--size]; // the last one fills the gap
            }
            return removed;
        }

        @Override
        public int count() {
            return size;
        }

        private int indexOf(String key) {
            Objects.requireNonNull(key, "key");
            for (int index = 0; index < size; index++) {
                if (entries[index].key().equals(key)) {
                    return index;
                }
            }
            return -1;
        }
    }
}
