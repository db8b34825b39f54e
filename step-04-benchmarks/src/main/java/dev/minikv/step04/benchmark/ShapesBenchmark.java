package dev.minikv.step04.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// Is there a shape of keys that makes the engine `compact` slow?
///
/// EnginesBenchmark uses keys that look random. A hash can be good at those and bad at others, for
/// example at keys that differ in their first two letters and their last two. So this benchmark uses
/// the [Shapes] that keys have in real programs. All keys are fresh. The last four shapes do not pack,
/// and show what the detour to a HashMap costs.
///
/// How to read the result: compare the row `compact` with the row `HashMap` of the same shape. If their
/// ratio is far from that of the other shapes, the hash loses bits in which these keys differ.
///
/// All rows together take more than an hour. Name the shapes that are like yours:
///
///     java -jar step-04-benchmarks/target/benchmarks.jar ShapesBenchmark -p shape=date,time -p entries=100000
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ShapesBenchmark {

    private static final int BATCH = 1_000;

    /// A contender with all its entries.
    @State(Scope.Thread)
    public static class Filled {

        @Param({
            "number",
            "padded",
            "prefix",
            "hex",
            "pairs",
            "ends",
            "starts",
            "date",
            "time",
            "address",
            "words",
            "accents",
            "sixteen",
            "uuid",
            "cyrillic",
            "emoji"
        })
        String shape;

        @Param({"100000", "1000000"})
        int entries;

        @Param({"HashMap", "compact"})
        String engine;

        Keys keys;
        Contender contender;

        @Setup
        public void fill() {
            keys = new Keys(entries, Shapes.of(shape), Keys.Kind.FRESH);
            contender = Contenders.ofEngine(engine);
            keys.fill(contender);
            System.gc(); // moves the entries to the old generation, where a long-lived store has them
        }
    }

    /// Keys that are stored.
    @State(Scope.Thread)
    public static class Hits {

        final String[] keys = new String[BATCH];

        @Setup(Level.Invocation)
        public void next(Filled filled) {
            for (int i = 0; i < BATCH; i++) {
                keys[i] = filled.keys.nextPresent();
            }
        }
    }

    /// Keys that are not stored.
    @State(Scope.Thread)
    public static class Misses {

        final String[] keys = new String[BATCH];

        @Setup(Level.Invocation)
        public void next(Filled filled) {
            for (int i = 0; i < BATCH; i++) {
                keys[i] = filled.keys.nextAbsent();
            }
        }
    }

    /// Gets the value of a key that is there.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void getHit(Filled filled, Hits hits, Blackhole blackhole) {
        for (String key : hits.keys) {
            blackhole.consume(filled.contender.get(key));
        }
    }

    /// Gets the value of a key that is not there.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void getMiss(Filled filled, Misses misses, Blackhole blackhole) {
        for (String key : misses.keys) {
            blackhole.consume(filled.contender.get(key));
        }
    }

    /// Stores another value under a key that is there.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void overwrite(Filled filled, Hits hits, Blackhole blackhole) {
        for (String key : hits.keys) {
            blackhole.consume(filled.contender.put(key, filled.shape));
        }
    }
}
