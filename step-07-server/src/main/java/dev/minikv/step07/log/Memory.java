package dev.minikv.step07.log;

import dev.minikv.step07.format.Utf8;
import dev.minikv.step07.store.MiniKvStore;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;

/// The entries in memory, and how many bytes they take in a log.
final class Memory {

    private final MiniKvStore store;
    private long liveBytes = 0;

    /// Takes a store, which must be empty.
    Memory(MiniKvStore store) {
        this.store = store;
    }

    MiniKvStore store() {
        return store;
    }

    List<Entry<String, String>> entries() {
        return store.entries().value();
    }

    long liveBytes() {
        return liveBytes;
    }

    void apply(LogRecord record) {
        switch (record) {
            case LogRecord.Put(var entries) -> {
                for (Entry<String, String> entry : entries) {
                    put(entry.getKey(), entry.getValue());
                }
            }
            case LogRecord.Delete(String key) -> delete(key);
            case LogRecord.Clear() -> clear();
            case LogRecord.End() -> {}
        }
    }

    Optional<String> put(String key, String value) {
        Optional<String> old = store.put(key, value);
        liveBytes += old.isPresent() ? Utf8.length(value) - Utf8.length(old.get()) : Frame.sizeOf(key, value);
        return old;
    }

    Optional<String> delete(String key) {
        Optional<String> old = store.delete(key).value();
        old.ifPresent(value -> liveBytes -= Frame.sizeOf(key, value));
        return old;
    }

    void clear() {
        store.clear();
        liveBytes = 0;
    }
}
