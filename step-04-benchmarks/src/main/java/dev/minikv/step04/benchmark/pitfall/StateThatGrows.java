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
/// A measurement calls the method millions of times, and each call must find the same state as the
/// first.
///
/// How to read the result:
///
/// - `set` finds one more key at each call. During warm-up the store reaches its million keys, and from
///   then on JMH measures how fast a full store refuses. No call that counts in the score stores a key. A
///   store without limits would go on until memory is full. With `-wi 0 -r 1`, which omits the warm-up, the
///   first iterations show the store growing.
/// - `setAndDelete` removes a key for each that it stores, so the store has a thousand keys at any
///   time. Its number is the time of both operations together.
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

    /// Makes a key inside the benchmark, because no array could hold as many keys as `set` needs. The
    /// cost is in both numbers of this pair, and [InputsMadeInside] explains what is wrong with it.
    private static String key(int number) {
        return "user:" + number;
    }
}
