package dev.minikv.step04.benchmark.pitfall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
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

/// What does it cost to get one of a million values?
///
/// A processor keeps what it has just used in its caches, and predicts that a branch goes the way it
/// has always gone.
///
/// How to read the result:
///
/// - `sameKey` needs the same few hundred bytes each time. It would take as long with a thousand
///   entries: the million does not matter.
/// - `anyKey` asks for all keys, in an order that cannot be predicted, and waits for memory. No program
///   asks for one key only, as `sameKey` does. Many ask for a few keys far more often than for the
///   rest, and are somewhere in between.
///
///     java -jar step-04-benchmarks/target/benchmarks.jar pitfall.OneKeyForEver
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OneKeyForEver {

    private static final int KEYS = 1_000_000;

    private final Map<String, String> entries = new HashMap<>();
    private String[] keys;
    private int next = 0;

    @Setup
    public void fill() {
        for (int i = 0; i < KEYS; i++) {
            entries.put("user:" + i, "value " + i);
        }
        var shuffled = new ArrayList<>(entries.keySet());
        Collections.shuffle(shuffled, new Random(4));
        // Copies, such as a caller has: if asked for the stored object itself, a HashMap compares no chars.
        keys = shuffled.stream().map(String::new).toArray(String[]::new);
    }

    @Benchmark
    @WrongOnPurpose("everything it needs is in the processor's cache")
    public String sameKey() {
        return entries.get(keys[0]);
    }

    @Benchmark
    public String anyKey() {
        next = next + 1 == KEYS ? 0 : next + 1;
        return entries.get(keys[next]);
    }
}
