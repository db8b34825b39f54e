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

/// Stores that several threads may use at once, or should: each runs a hook in `set`, between what
/// it reads and what it writes.
final class Stores {

    private Stores() {}

    /// One thread at a time, by Java's own locks.
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

    /// One thread at a time, by a lock that is taken and given back.
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

    /// Nobody waits: who finds that another thread was quicker starts over.
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

    /// Reads the count, and writes it back when another thread may have changed it.
    static class LosesCounts implements KeyValueStore {

        private final Map<String, String> entries = new ConcurrentHashMap<>();
        private final Runnable hook;
        private volatile int count = 0;

        LosesCounts(Runnable hook) {
            this.hook = hook;
        }

        @Override
        public Optional<String> set(String key, String value) {
            requireText(key, value);
            int countAfter = countAfter(key);
            hook.run();
            return write(key, value, countAfter);
        }

        int countAfter(String key) {
            return count + (entries.containsKey(key) ? 0 : 1);
        }

        Optional<String> write(String key, String value, int countAfter) {
            count = countAfter;
            return Optional.ofNullable(entries.put(key, value));
        }

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        @Override
        public Optional<String> delete(String key) {
            Optional<String> removed = Optional.ofNullable(entries.remove(key));
            count -= removed.isPresent() ? 1 : 0;
            return removed;
        }

        @Override
        public int count() {
            return count;
        }
    }

    /// Locks what it reads and locks what it writes, but not the two together.
    static final class LocksStepByStep extends LosesCounts {

        LocksStepByStep(Runnable hook) {
            super(hook);
        }

        @Override
        synchronized int countAfter(String key) {
            return super.countAfter(key);
        }

        @Override
        synchronized Optional<String> write(String key, String value, int countAfter) {
            return super.write(key, value, countAfter);
        }
    }

    /// Loses counts as well, if the other threads are given the time: they are slower than the one
    /// that has created the store.
    static final class LosesCountsSlowly extends LosesCounts {

        private static final long DELAY_NANOS = 1_000_000;

        private final Thread first = Thread.currentThread();

        LosesCountsSlowly(Runnable hook) {
            super(hook);
        }

        @Override
        int countAfter(String key) {
            if (Thread.currentThread() != first) {
                long start = System.nanoTime();
                while (System.nanoTime() - start < DELAY_NANOS) {
                    Thread.onSpinWait(); // busy, and not waiting for anybody
                }
            }
            return super.countAfter(key);
        }
    }

    /// Counts right, and swaps in a copy of the entries that another thread's entry may be missing
    /// in.
    static final class LosesEntries implements KeyValueStore {

        private final AtomicInteger count = new AtomicInteger();
        private final Runnable hook;
        private volatile Map<String, String> entries = Map.of();

        LosesEntries(Runnable hook) {
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

    /// Stores everything, and then fails in every thread but the one that has created it.
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
