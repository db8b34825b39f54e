package dev.minikv.step06.log;

import dev.minikv.step06.disk.Disk;
import dev.minikv.step06.store.KeyValueStore;
import dev.minikv.step06.store.MiniKvStore;
import dev.minikv.step06.store.Result;
import dev.minikv.step06.store.StoreError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A key-value store that is kept in a folder.
public final class LoggedStore implements KeyValueStore {

    /// How many bytes a segment may have before the next one is begun.
    public static final int SEGMENT_BYTES = 1 << 24;

    public static Result<LoggedStore, LogProblem> open(
            Disk disk, String folder, MiniKvStore memory, SyncPolicy sync, int segmentBytes, boolean salvage) {
        throw new UnsupportedOperationException();
    }

    /// Forgets what is in memory, and opens the folder again: what a crash leaves, or a failed force.
    public Result<LogStats.Opened, LogProblem> reopen() {
        throw new UnsupportedOperationException();
    }

    /// Starts to force each second, if the policy says so, and to compact when the log is twice the live data.
    public void startBackground() {}

    /// Writes a snapshot, and deletes the segments that it covers.
    public Optional<LogProblem> compact() {
        throw new UnsupportedOperationException();
    }

    public LogStats stats() {
        throw new UnsupportedOperationException();
    }

    /// Forces what is not forced yet, and gives back the folder. Every later call fails, and a second call of
    /// this does nothing.
    ///
    /// @return why what was answered may not survive a power cut, if so
    public Optional<LogProblem> close() {
        return Optional.empty();
    }

    @Override
    public Result<Optional<String>, StoreError> set(String key, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Result<Integer, StoreError> setAll(List<Map.Entry<String, String>> entries) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Result<Optional<String>, StoreError> get(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Result<Boolean, StoreError> contains(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Result<Optional<String>, StoreError> delete(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Result<Integer, StoreError> clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Result<Integer, StoreError> count() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Result<List<String>, StoreError> keys(String prefix) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Result<List<Map.Entry<String, String>>, StoreError> entries() {
        throw new UnsupportedOperationException();
    }
}
