package dev.minikv.step04.exercise3;

import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.KeyValueStore;
import dev.minikv.step04.store.Limits;
import dev.minikv.step04.store.MiniKvStore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What does it cost to remove a key, and to store a new one?
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WritesBenchmark {

    static final int ENTRIES = 1_000;
    static final String VALUE = "a value";

    /// A store that is filled once: a call leaves as many entries as it has found.
    @State(Scope.Thread)
    public static class Filled {

        KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        final KeyRing keys = new KeyRing(ENTRIES);

        @Setup
        public void fill() {
            for (String key : keys.first()) {
                store.set(key, VALUE);
            }
        }
    }

    /// A store that is filled again before each call, which JMH does not measure.
    @State(Scope.Thread)
    public static class Refilled {

        KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        final KeyRing keys = new KeyRing(ENTRIES);

        @Setup(Level.Invocation)
        public void fill() {
            for (String key : keys.first()) {
                store.set(key, VALUE);
            }
        }
    }

    /// Deletes a key that is there: the average over emptying a store.
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public void delete(Refilled refilled, Blackhole blackhole) {
        for (int i = 0; i < ENTRIES - 1; i++) {
            blackhole.consume(refilled.store.delete(refilled.keys.first().get(i)));
        }
    }

    /// Replaces the oldest key by a new one: the average of a `set` and a `delete`.
    @Benchmark
    @OperationsPerInvocation(2)
    public Object turnover(Filled filled, Blackhole blackhole) {
        blackhole.consume(filled.store.delete(filled.keys.oldest()));
        return filled.store.set(filled.keys.newest(), VALUE);
    }
}
