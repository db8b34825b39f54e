package dev.minikv.step06.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map.Entry;

/// A store in a folder, as a benchmark sees it: ours or another one.
interface Rival {

    /// Stores a value. When this returns, the operating system has it: the end of the process loses nothing. If
    /// the store was opened as durable, the disk has it, too.
    void set(String key, String value) throws Exception;

    /// Stores several entries with the same promise, in a single transaction if there is such a thing.
    void setAll(List<Entry<String, String>> entries) throws Exception;

    /// Returns all entries as something in memory that can be asked for a key.
    Object inMemory() throws Exception;

    /// Gives back the folder. All that was answered is there when it is opened again.
    void close() throws Exception;

    /// Opens one of several kinds.
    ///
    /// @param isDurable whether each change is forced
    static Rival open(String kind, Path folder, boolean isDurable) throws Exception {
        return switch (kind) {
            case "log" -> LogRival.running(folder, isDurable);
            case "bare" -> new BareLoop(folder, isDurable);
            case "SQLite" -> new SqliteRival(folder, isDurable);
            case "RocksDB" -> new RocksDbRival(folder, isDurable);
            case "MVStore" -> new MvStoreRival(folder, isDurable);
            case "LMDB" -> new LmdbRival(folder, isDurable);
            case "Redis" -> new RedisRival(RedisServer.start(folder, isDurable));
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
