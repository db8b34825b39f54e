package dev.minikv.step04.benchmark.pitfall;

import java.util.HashMap;
import java.util.Map;
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

/// What does it cost to get one of a thousand values?
///
/// JMH measures everything inside the method, including the preparations.
///
/// How to read the result:
///
/// - `makeKeyAndGet` makes its key first, and that takes longer than the `get` in question. A map that
///   is twice as fast would hardly look faster.
/// - `get` uses keys that were made before the measurement, in a method marked `@Setup`.
///
///     java -jar step-04-benchmarks/target/benchmarks.jar pitfall.InputsMadeInside
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class InputsMadeInside {

    private static final int KEYS = 1_000;

    private final Map<String, String> entries = new HashMap<>();
    private final String[] keys = new String[KEYS];
    private int next = 0;

    @Setup
    public void fill() {
        for (int i = 0; i < KEYS; i++) {
            keys[i] = "user:" + i;
            entries.put("user:" + i, "value " + i); // not the same String object as keys[i]
        }
    }

    @Benchmark
    @WrongOnPurpose("most of the time goes into making the key")
    public String makeKeyAndGet() {
        next = next + 1 == KEYS ? 0 : next + 1;
        return entries.get("user:" + next);
    }

    @Benchmark
    public String get() {
        next = next + 1 == KEYS ? 0 : next + 1;
        return entries.get(keys[next]);
    }
}
