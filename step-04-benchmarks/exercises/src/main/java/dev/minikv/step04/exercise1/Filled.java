package dev.minikv.step04.exercise1;

import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.KeyValueStore;
import dev.minikv.step04.store.Limits;
import dev.minikv.step04.store.MiniKvStore;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A store with entries, and keys to ask for. Every other key is there.
@State(Scope.Thread)
public class Filled {

    static final int KEYS = 2_000;

    final KeyValueStore store;
    final String[] keys;
    private int present = -2; // before the first
    private int absent = -1;

    /// Creates the state that JMH measures with.
    public Filled() {
        this(new MiniKvStore(EngineKind.HASH, Limits.DEFAULT), KEYS);
    }

    /// Creates the state for a test, with a given store and fewer keys.
    Filled(KeyValueStore store, int keys) {
        this.store = store;
        this.keys = new String[keys];
    }

    /// Makes the keys and stores a value under half of them. JMH calls this before it measures.
    @Setup
    public void fill() {
        for (int i = 0; i < keys.length; i += 2) {
            store.set("user:" + i, "value " + i);
            keys[i] = "user:" + i;
            keys[i + 1] = "nobody:" + i;
        }
    }

    /// Returns the next of the keys that are stored.
    String nextPresent() {
        present = present + 2 == keys.length ? 0 : present + 2;
        return keys[present];
    }

    /// Returns the next of the keys that are not stored.
    String nextAbsent() {
        absent = absent + 2 > keys.length ? 1 : absent + 2;
        return keys[absent];
    }
}
