package dev.minikv.step02.exercise6;

import dev.minikv.step02.store.KeyValueStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Stores that several threads may use at once, or should be able to: each runs a hook in `set`,
/// between reading and writing.
final class Stores {

    private Stores() {}

    /// Lets in one thread at a time, with Java's own locks.
    static final class Synchronized implements KeyValueStore {

        private final Map<String, String> entries = new HashMap<>();
        private final Runnable hook;
        private int count = 0;

        Synchronized(Runnable hook) {
            this.hook = hook;
        }

        @Override
        public synchronized Optional<String> set(String key, String value) {
            requireText(key, value);
            int countAfter = count + (entries.containsKey(key) ? 0 : 1);
            hook.run();
            count = countAfter;
            return Optional.ofNullable(entries.put(key, value));
        }

        @Override
        public synchronized Optional<String> get(String key) {
            return Optional.ofNullable(entries.get(Objects.requireNonNull(key)));
        }

        @Override
        public synchronized Optional<String> delete(String key) {
            Optional<String> removed = Optional.ofNullable(entries.remove(Objects.requireNonNull(key)));
            count -= removed.isPresent() ? 1 : 0;
            return removed;
        }

        @Override
        public synchronized int count() {
            return count;
        }
    }

    /// Lets in one thread at a time, with a lock that is acquired and released.
    static final class Locked implements KeyValueStore {

        private final Lock lock = new ReentrantLock();
        private final KeyValueStore store;

        Locked(Runnable hook) {
            this.store = new Synchronized(hook);
        }

        @Override
        public Optional<String> set(String key, String value) {
            lock.lock();
            try {
                return store.set(key, value);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public Optional<String> get(String key) {
            lock.lock();
            try {
                return store.get(key);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public Optional<String> delete(String key) {
            lock.lock();
            try {
                return store.delete(key);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public int count() {
            lock.lock();
            try {
                return store.count();
            } finally {
                lock.unlock();
            }
        }
    }

    /// Nobody waits: a thread that finds that another was quicker starts over.
    static final class StartsOver implements KeyValueStore {

        private final AtomicReference<Map<String, String>> entries = new AtomicReference<>(Map.of());
        private final Runnable hook;

        StartsOver(Runnable hook) {
            this.hook = hook;
        }

        @Override
        public Optional<String> set(String key, String value) {
            requireText(key, value);
            while (true) {
                Map<String, String> before = entries.get();
                var after = new HashMap<>(before);
                after.put(key, value);
                hook.run();
                if (entries.compareAndSet(before, after)) {
                    return Optional.ofNullable(before.get(key));
                }
            }
        }

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(entries.get().get(Objects.requireNonNull(key)));
        }

        @Override
        public Optional<String> delete(String key) {
            Objects.requireNonNull(key);
            while (true) {
                Map<String, String> before = entries.get();
                var after = new HashMap<>(before);
                after.remove(key);
                if (entries.compareAndSet(before, after)) {
                    return Optional.ofNullable(before.get(key));
                }
            }
        }

        @Override
        public int count() {
            return entries.get().size();
        }
    }

    /// Copies the entries, and writes the copy back with its own entry, when another thread may have
    /// added one.
    static class Racy implements KeyValueStore {

        private final Runnable hook;
        private volatile Map<String, String> entries = Map.of();

        Racy(Runnable hook) {
            this.hook = hook;
        }

        @Override
        public Optional<String> set(String key, String value) {
            requireText(key, value);
            Map<String, String> copy = read();
            hook.run();
            return write(copy, key, value);
        }

        Map<String, String> read() {
            return new HashMap<>(entries);
        }

        Optional<String> write(Map<String, String> copy, String key, String value) {
            Optional<String> previous = Optional.ofNullable(copy.put(key, value));
            entries = copy;
            return previous;
        }

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(entries.get(Objects.requireNonNull(key)));
        }

        @Override
        public Optional<String> delete(String key) {
            Map<String, String> copy = read();
            Optional<String> removed = Optional.ofNullable(copy.remove(Objects.requireNonNull(key)));
            entries = copy;
            return removed;
        }

        @Override
        public int count() {
            return entries.size();
        }
    }

    /// Locks the read and locks the write, but not the two together.
    static final class LocksStepByStep extends Racy {

        LocksStepByStep(Runnable hook) {
            super(hook);
        }

        @Override
        synchronized Map<String, String> read() {
            return super.read();
        }

        @Override
        synchronized Optional<String> write(Map<String, String> copy, String key, String value) {
            return super.write(copy, key, value);
        }
    }

    /// Also racy, if the other threads are given the time: they are slower than the one that created the
    /// store.
    static final class RacyAndSlow extends Racy {

        private final Thread first = Thread.currentThread();
        private final long delayNanos;

        RacyAndSlow(Runnable hook, long delayMillis) {
            super(hook);
            this.delayNanos = 1_000_000 * delayMillis;
        }

        @Override
        Map<String, String> read() {
            if (Thread.currentThread() != first) {
                long start = System.nanoTime();
                while (System.nanoTime() - start < delayNanos) {
                    Thread.onSpinWait(); // busy, not waiting
                }
            }
            return super.read();
        }
    }

    /// Keeps all entries, but has a race in how it counts them or in which value it keeps. It lets both
    /// threads in.
    private abstract static class KeepsEntries implements KeyValueStore {

        final Map<String, String> entries = new ConcurrentHashMap<>();
        final Runnable hook;

        KeepsEntries(Runnable hook) {
            this.hook = hook;
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

    /// Reads the count, and writes it back when another thread may have changed it in between.
    static final class LosesCounts extends KeepsEntries {

        private volatile int count = 0;

        LosesCounts(Runnable hook) {
            super(hook);
        }

        @Override
        public Optional<String> set(String key, String value) {
            requireText(key, value);
            int countAfter = count + (entries.containsKey(key) ? 0 : 1);
            hook.run();
            count = countAfter;
            return Optional.ofNullable(entries.put(key, value));
        }

        @Override
        public Optional<String> delete(String key) {
            Optional<String> removed = super.delete(key);
            count -= removed.isPresent() ? 1 : 0;
            return removed;
        }

        @Override
        public int count() {
            return count;
        }
    }

    /// Notes the value in a field that all threads share: the first then writes what the second noted.
    static final class TakesTheLaterValue extends KeepsEntries {

        private volatile String noted = "";

        TakesTheLaterValue(Runnable hook) {
            super(hook);
        }

        @Override
        public Optional<String> set(String key, String value) {
            requireText(key, value);
            noted = value;
            hook.run();
            return Optional.ofNullable(entries.put(key, noted));
        }
    }

    /// Notes the value in a field that all threads share, unless one is noted there: the second then
    /// writes what the first noted.
    static final class TakesTheEarlierValue extends KeepsEntries {

        private final AtomicReference<String> noted = new AtomicReference<>();

        TakesTheEarlierValue(Runnable hook) {
            super(hook);
        }

        @Override
        public Optional<String> set(String key, String value) {
            requireText(key, value);
            boolean mine = noted.compareAndSet(null, value);
            String written = noted.get();
            hook.run();
            if (mine) {
                noted.set(null);
            }
            return Optional.ofNullable(entries.put(key, written));
        }
    }

    /// Counts correctly, but does not write its entry if another thread was quicker.
    static final class LosesTheFirst extends KeepsEntries {

        private final AtomicInteger count = new AtomicInteger();

        LosesTheFirst(Runnable hook) {
            super(hook);
        }

        @Override
        public Optional<String> set(String key, String value) {
            requireText(key, value);
            int before = entries.size();
            hook.run();
            Optional<String> previous = get(key);
            count.addAndGet(previous.isPresent() ? 0 : 1);
            if (entries.size() == before) {
                entries.put(key, value);
            }
            return previous;
        }

        @Override
        public Optional<String> delete(String key) {
            Optional<String> removed = super.delete(key);
            count.addAndGet(removed.isPresent() ? -1 : 0);
            return removed;
        }

        @Override
        public int count() {
            return count.get();
        }
    }

    /// Counts correctly, but swaps in a copy of the entries that may lack another thread's entry.
    static final class LosesTheSecond implements KeyValueStore {

        private final AtomicInteger count = new AtomicInteger();
        private final Runnable hook;
        private volatile Map<String, String> entries = Map.of();

        LosesTheSecond(Runnable hook) {
            this.hook = hook;
        }

        @Override
        public Optional<String> set(String key, String value) {
            requireText(key, value);
            var copy = new HashMap<>(entries);
            hook.run();
            Optional<String> previous = Optional.ofNullable(copy.put(key, value));
            count.addAndGet(previous.isPresent() ? 0 : 1);
            entries = copy;
            return previous;
        }

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        @Override
        public Optional<String> delete(String key) {
            var copy = new HashMap<>(entries);
            Optional<String> removed = Optional.ofNullable(copy.remove(key));
            count.addAndGet(removed.isPresent() ? -1 : 0);
            entries = copy;
            return removed;
        }

        @Override
        public int count() {
            return count.get();
        }
    }

    /// Stores everything, and then throws in every thread but the one that created it.
    static final class FailsInTheSecond implements KeyValueStore {

        private final Thread first = Thread.currentThread();
        private final KeyValueStore store;

        FailsInTheSecond(Runnable hook) {
            this.store = new Synchronized(hook);
        }

        @Override
        public Optional<String> set(String key, String value) {
            Optional<String> previous = store.set(key, value);
            if (Thread.currentThread() != first) {
                throw new IllegalStateException("this store belongs to another thread");
            }
            return previous;
        }

        @Override
        public Optional<String> get(String key) {
            return store.get(key);
        }

        @Override
        public Optional<String> delete(String key) {
            return store.delete(key);
        }

        @Override
        public int count() {
            return store.count();
        }
    }

    private static void requireText(String key, String value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }
}
