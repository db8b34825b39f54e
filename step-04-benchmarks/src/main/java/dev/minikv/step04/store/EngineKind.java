package dev.minikv.step04.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The engines that a store can have.
public enum EngineKind {

    /// A [HashMap]: expected O(1), whatever the keys. For one thread.
    HASH("hash", "a HashMap"),

    /// A [java.util.TreeMap]: O(log n), and keys in order without sorting. For one thread.
    TREE("tree", "a TreeMap: keys in order, and quick to list by prefix"),

    /// A [ConcurrentHashMap]: the one engine that several threads may use at once.
    ///
    /// Each operation on one key happens as a whole, and what one thread has stored the others see.
    /// Nothing is promised of two operations: between a `get` and a `set` another thread may set. A
    /// count, a list of keys and a clear are not of one moment: a key that stays the whole time is
    /// listed, one that comes or goes meanwhile may or may not be. The limit on entries is checked before
    /// storing, so threads that store at the same time may pass it: by one entry each, as long as none
    /// deletes.
    CONCURRENT("concurrent", "a ConcurrentHashMap: for several threads"),

    /// An engine of our own: see [CompactEngine]. For one thread.
    COMPACT("compact", "a table of our own, for short keys");

    private final String word;
    private final String description;

    EngineKind(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /// Returns the engine that a word names, or empty if it names none.
    public static Optional<EngineKind> of(String word) {
        for (EngineKind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// Returns the words that name them all.
    public static List<String> words() {
        var words = new ArrayList<String>();
        for (EngineKind kind : values()) {
            words.add(kind.word);
        }
        return words;
    }

    /// Returns the word that names it.
    public String word() {
        return word;
    }

    /// Returns what it is, in a few words.
    public String description() {
        return description;
    }

    /// Returns an engine of this kind, without entries.
    Engine newEngine() {
        return switch (this) {
            case HASH -> new MapEngine(new HashMap<>());
            case TREE -> new TreeEngine();
            case CONCURRENT -> new MapEngine(new ConcurrentHashMap<>());
            case COMPACT -> new CompactEngine();
        };
    }
}
