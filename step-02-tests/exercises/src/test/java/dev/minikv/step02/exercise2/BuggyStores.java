package dev.minikv.step02.exercise2;

import dev.minikv.step02.store.KeyValueStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Stores with one bug each. Most are a plain store, itself correct, with one operation that the bug
/// changes.
final class BuggyStores {

    private BuggyStores() {}

    /// A correct store.
    static class PlainStore implements KeyValueStore {

        final Map<String, String> entries = new HashMap<>();

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

    /// The answer that an operation gives instead of the right one.
    interface Answer {
        Optional<String> instead(KeyValueStore store, String key, Optional<String> right);
    }

    /// Does everything right, and returns something else.
    static final class AnswersWrongly extends PlainStore {

        private final String operation;
        private final Answer answer;

        AnswersWrongly(String operation, Answer answer) {
            this.operation = operation;
            this.answer = answer;
        }

        @Override
        public Optional<String> set(String key, String value) {
            return answer("set", key, super.set(key, value));
        }

        @Override
        public Optional<String> get(String key) {
            return answer("get", key, super.get(key));
        }

        @Override
        public Optional<String> delete(String key) {
            return answer("delete", key, super.delete(key));
        }

        private Optional<String> answer(String asked, String key, Optional<String> right) {
            return asked.equals(operation) ? answer.instead(this, key, right) : right;
        }
    }

    /// Returns, for every key that it has, the value that was set last.
    static final class GetsTheLast extends PlainStore {

        private String last = "";

        @Override
        public Optional<String> set(String key, String value) {
            Optional<String> previous = super.set(key, value);
            last = value;
            return previous;
        }

        @Override
        public Optional<String> get(String key) {
            return super.get(key).map(_ -> last);
        }
    }

    /// Keeps a count of its own. A correct count goes up by one for a new key, and down by one for a key
    /// that is removed.
    static final class CountsWrong extends PlainStore {

        private final int forNew;
        private final int forReplaced;
        private final int forRemoved;
        private final int forAbsent;
        private int count = 0;

        CountsWrong(int forNew, int forReplaced, int forRemoved, int forAbsent) {
            this.forNew = forNew;
            this.forReplaced = forReplaced;
            this.forRemoved = forRemoved;
            this.forAbsent = forAbsent;
        }

        @Override
        public Optional<String> set(String key, String value) {
            Optional<String> previous = super.set(key, value);
            count += previous.isPresent() ? forReplaced : forNew;
            return previous;
        }

        @Override
        public Optional<String> delete(String key) {
            Optional<String> removed = super.delete(key);
            count += removed.isPresent() ? forRemoved : forAbsent;
            return removed;
        }

        @Override
        public int count() {
            return count;
        }
    }

    /// Returns the right answer, but makes one kind of change not happen.
    static final class ChangesNothing extends PlainStore {

        private final String when;

        ChangesNothing(String when) {
            this.when = when;
        }

        @Override
        public Optional<String> set(String key, String value) {
            Objects.requireNonNull(value, "value");
            Optional<String> previous = get(key);
            return when.equals(previous.isPresent() ? "old key" : "new key") ? previous : super.set(key, value);
        }

        @Override
        public Optional<String> delete(String key) {
            return when.equals("delete") ? get(key) : super.delete(key);
        }
    }

    /// Does something about null, where a plain store rejects it at once.
    static final class AcceptsNull extends PlainStore {

        private final String where;
        private final Runnable rejection;

        /// @param rejection what is done there; if it returns, null is accepted
        AcceptsNull(String where, Runnable rejection) {
            this.where = where;
            this.rejection = rejection;
        }

        @Override
        public Optional<String> set(String key, String value) {
            if (key == null && where.equals("key") || value == null && where.equals("value")) {
                Optional<String> previous = Optional.ofNullable(entries.put(key, value));
                rejection.run();
                return previous;
            }
            boolean ignored =
                    key == null && where.equals("ignored key") || value == null && where.equals("ignored value");
            return ignored ? Optional.empty() : super.set(key, value);
        }

        @Override
        public Optional<String> get(String key) {
            return isAccepted(key, "get") ? Optional.empty() : super.get(key);
        }

        @Override
        public Optional<String> delete(String key) {
            return isAccepted(key, "delete") ? Optional.empty() : super.delete(key);
        }

        private boolean isAccepted(String key, String operation) {
            if (key == null && where.equals(operation)) {
                rejection.run();
                return true;
            }
            return false;
        }
    }

    /// Rejects null at once, but with a different exception from the one that is promised.
    static final class RejectsWrongly extends PlainStore {

        private final String where;

        RejectsWrongly(String where) {
            this.where = where;
        }

        @Override
        public Optional<String> set(String key, String value) {
            check("key", key);
            check("value", value);
            return super.set(key, value);
        }

        @Override
        public Optional<String> get(String key) {
            check("get", key);
            return super.get(key);
        }

        @Override
        public Optional<String> delete(String key) {
            check("delete", key);
            return super.delete(key);
        }

        private void check(String what, String text) {
            if (text == null && where.equals(what)) {
                throw new IllegalArgumentException("null");
            }
        }
    }

    /// Compares keys one by one, and in one operation by something other than equality.
    static final class Confuses implements KeyValueStore {

        static final BiPredicate<String, String> SAME_OBJECT = (one, other) -> one == other;
        static final BiPredicate<String, String> SAME_HASH_CODE = (one, other) -> one.hashCode() == other.hashCode();

        private final List<Entry> entries = new ArrayList<>();
        private final String operation;
        private final BiPredicate<String, String> confused;

        private record Entry(String key, String value) {}

        Confuses(String operation, BiPredicate<String, String> confused) {
            this.operation = operation;
            this.confused = confused;
        }

        private List<Entry> find(String asked, String key) {
            Objects.requireNonNull(key, "key");
            BiPredicate<String, String> same = asked.equals(operation) ? confused : String::equals;
            return entries.stream().filter(entry -> same.test(entry.key(), key)).toList();
        }

        private static Optional<String> valueOf(List<Entry> found) {
            return found.stream().map(Entry::value).findFirst();
        }

        @Override
        public Optional<String> set(String key, String value) {
            Objects.requireNonNull(value, "value");
            List<Entry> found = find("set", key);
            entries.removeAll(found);
            entries.add(new Entry(key, value));
            return valueOf(found);
        }

        @Override
        public Optional<String> get(String key) {
            return valueOf(find("get", key));
        }

        @Override
        public Optional<String> delete(String key) {
            List<Entry> found = find("delete", key);
            entries.removeAll(found);
            return valueOf(found);
        }

        @Override
        public int count() {
            return entries.size();
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
                size--; // as if this were the index of the first free slot
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
