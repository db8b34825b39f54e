package dev.minikv.step04.benchmark.pitfall;

import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.KeyValueStore;
import dev.minikv.step04.store.Limits;
import dev.minikv.step04.store.MiniKvStore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// What does it cost to store a new key?
///
/// A measurement calls the method millions of times, and each call must find what the first one found.
///
/// - `set` finds one key more each time. Its iterations differ: at first it stores in a small store, then
///   in larger and larger ones; after a million keys, which takes a moment, this store is full, and from
///   then on what is measured is its refusal. A store without limits would go on until the memory is
///   full. The number depends on for how long you measure: try `-r 5 -wi 0`.
/// - `setAndDelete` removes a key for each that it stores, and there are a thousand keys at any time. Its
///   number is the time of both operations together.
///
///     java -jar step-04-benchmarks/target/benchmarks.jar pitfall.StateThatGrows
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StateThatGrows {

    private static final int KEYS = 1_000;

    private final KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
    private int next = 0;

    @Setup
    public void fill() {
        for (next = 0; next < KEYS; next++) {
            store.set(key(next), "a value");
        }
    }

    @Benchmark
    @WrongOnPurpose("the store grows")
    public Object set() {
        return store.set(key(next++), "a value");
    }

    @Benchmark
    public Object setAndDelete(Blackhole blackhole) {
        blackhole.consume(store.delete(key(next - KEYS)));
        return store.set(key(next++), "a value");
    }

    /// Made here, because no array holds as many keys as `set` wants: [InputsMadeInside] says what is
    /// wrong with that. In this pair it is in both numbers.
    private static String key(int number) {
        return "user:" + number;
    }
}
