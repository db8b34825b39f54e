package dev.minikv.step04.exercise2;

import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.KeyValueStore;
import dev.minikv.step04.store.Limits;
import dev.minikv.step04.store.MiniKvStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What does it cost to look up a key that is there, and one that is not?
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GetBenchmark {

    /// The number of keys that are stored.
    @Param({"1000", "1000000"})
    int entries;

    KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
    private String[] present;
    private String[] absent;
    private int next = 0;

    /// Stores the entries, and makes the keys to ask for, which are not the stored objects.
    @Setup
    public void fill() {
        for (int i = 0; i < entries; i++) {
            store.set("user:" + i, "value " + i);
        }
        present = shuffledKeys("user:");
        absent = shuffledKeys("nobody:");
    }

    /// Gets a key that is there.
    @Benchmark
    public Optional<String> hit() {
        next = next + 1 == entries ? 0 : next + 1;
        return store.get(present[next]);
    }

    /// Gets a key that is not there.
    @Benchmark
    public Optional<String> miss() {
        next = next + 1 == entries ? 0 : next + 1;
        return store.get(absent[next]);
    }

    private String[] shuffledKeys(String prefix) {
        var keys = new ArrayList<String>();
        for (int i = 0; i < entries; i++) {
            keys.add(prefix + i);
        }
        var others = new ArrayList<String>();
        for (int i = 0; i < entries; i += 2) {
            others.add(keys.get(i));
        }
        Collections.shuffle(others, new Random(4));
        for (int i = 0; i < entries; i += 2) {
            keys.set(i, others.get(i / 2));
        }
        return keys.toArray(String[]::new);
    }
}
