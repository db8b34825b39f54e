package dev.minikv.step04.exercise2;

import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.KeyValueStore;
import dev.minikv.step04.store.Limits;
import dev.minikv.step04.store.MiniKvStore;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
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

    private static final String PRESENT = "user:3";

    /// The number of keys that are stored.
    @Param({"1000", "1000000"})
    int entries;

    KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);

    /// Stores the entries.
    @Setup
    public void fill() {
        for (int i = 0; i < entries; i++) {
            store.set("user:" + i, "value " + i);
        }
    }

    /// Gets a key that is there.
    @Benchmark
    public Optional<String> hit() {
        return store.get(PRESENT);
    }

    /// Gets a key that is not there.
    @Benchmark
    public Optional<String> miss() {
        return store.get("nobody:" + ThreadLocalRandom.current().nextInt(entries));
    }
}
