package dev.minikv.step05.benchmark;

import java.nio.file.Path;
import java.util.Map;

/// A way to keep entries in a file, as a benchmark sees it.
interface Keeper {

    /// Makes the file hold the entries that this was made with, and no others, forced to the disk.
    void save(Path file) throws Exception;

    /// Returns the entries of a file as something that a program can ask for a key.
    Object load(Path file) throws Exception;

    /// Makes one of several kinds.
    ///
    /// @param kind the name of one of our formats, or of a library
    static Keeper of(String kind, Map<String, String> entries) {
        return switch (kind) {
            case "script", "csv", "binary" -> new StoreKeeper(kind, entries);
            case "Gson" -> new Keepers.OfGson(entries);
            case "Jackson" -> new Keepers.OfJackson(entries);
            case "serialization" -> new Keepers.OfSerialization(entries);
            case "MVStore" -> new Keepers.OfMvStore(entries);
            case "SQLite" -> new Keepers.OfSqlite(entries);
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
