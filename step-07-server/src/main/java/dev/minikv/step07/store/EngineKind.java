package dev.minikv.step07.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The engines that a store can use.
public enum EngineKind {

    /// A [HashMap]: expected O(1) for any keys. For one thread.
    HASH("hash", "a HashMap"),

    /// A [java.util.TreeMap]: O(log n), and keys are in order without sorting. For one thread.
    TREE("tree", "a TreeMap, which keeps keys in order and lists prefixes quickly"),

    /// A [ConcurrentHashMap]: the only engine that several threads may use at once.
    ///
    /// An operation on a single key is atomic, and its result is visible to all threads. Two operations
    /// together are not atomic: another thread may set the key between a `get` and a `set`. Counting,
    /// listing and clearing do not happen at a single moment. A key that is present the whole time is
    /// listed; a key that is added or removed meanwhile may or may not be. The limit on entries is
    /// checked before storing, so threads that store at the same time may exceed it, by one entry each
    /// as long as none deletes.
    CONCURRENT("concurrent", "a ConcurrentHashMap, safe for several threads"),

    /// Our own hash table for short keys: see [CompactEngine]. For one thread.
    COMPACT("compact", "our own hash table for short keys");

    private final String word;
    private final String description;

    EngineKind(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /// Returns the engine with this name, or empty if there is none.
    public static Optional<EngineKind> of(String word) {
        for (EngineKind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// Returns the names of all engines, in the order in which they are declared.
    public static List<String> words() {
        var words = new ArrayList<String>();
        for (EngineKind kind : values()) {
            words.add(kind.word);
        }
        return words;
    }

    /// Returns the name that a user types, such as `hash`.
    public String word() {
        return word;
    }

    /// Returns a description of a few words, for the help text.
    public String description() {
        return description;
    }

    /// Returns a new engine of this kind, without entries.
    Engine newEngine() {
        return switch (this) {
            case HASH -> new MapEngine(new HashMap<>());
            case TREE -> new TreeEngine();
            case CONCURRENT -> new MapEngine(new ConcurrentHashMap<>());
            case COMPACT -> new CompactEngine();
        };
    }
}
