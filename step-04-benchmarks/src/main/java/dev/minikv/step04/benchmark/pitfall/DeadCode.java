package dev.minikv.step04.benchmark.pitfall;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What does it cost to wrap a value in an [Optional]?
///
/// The JIT compiler removes code whose result nobody uses: dead code. JMH uses whatever a benchmark
/// returns.
///
/// How to read the result:
///
/// - `wrapAndDrop` takes as long as `nothing`, which is an empty method. So nothing was measured.
/// - Not all code with an unused result disappears, and you cannot know in advance which code does. To
///   the compiler, `get` of a HashMap is a call that may do anything, so `getAndDrop` takes about as
///   long as `get`. To be sure, return what you measure.
///
///     java -jar step-04-benchmarks/target/benchmarks.jar pitfall.DeadCode
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeadCode {

    private final Map<String, String> entries = new HashMap<>(Map.of("a key", "a value"));
    private String key = "a key";
    private String value = "a value";

    @Benchmark
    public void nothing() {}

    @Benchmark
    @WrongOnPurpose("the Optional is dropped, so it is never created")
    public void wrapAndDrop() {
        Optional.of(value);
    }

    @Benchmark
    public Optional<String> wrap() {
        return Optional.of(value);
    }

    @Benchmark
    @WrongOnPurpose("the value is dropped, and the number is right only by luck")
    public void getAndDrop() {
        entries.get(key);
    }

    @Benchmark
    public String get() {
        return entries.get(key);
    }
}
