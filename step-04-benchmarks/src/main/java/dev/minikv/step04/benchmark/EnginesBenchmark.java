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

/// Which engine is fastest, at which operation, and from how many entries on?
///
/// Names in lower case are engines, measured through step 04's store: this is what `--engine` gives you.
/// The other names are maps, called directly. MVMap and Caffeine are built for more than this: MVMap
/// keeps old versions, and Caffeine can evict entries. Without a limit, as here, Caffeine is a thin
/// layer over a ConcurrentHashMap.
///
/// The parameters:
///
/// - `entries` is the number of entries. A thousand stay in the processor's caches. A million do not
///   fit, so most of the time is spent waiting for memory: count the waits, not the lines of code.
/// - `keys` is the state of a key that is looked up. A `fresh` key has just been made, as if read from a
///   file or a socket, and its hash code has not been computed yet. A `hashed` key has also just been
///   made, but knows its hash code. A `held` key knows it too, but is one of many that the program has
///   held for a long time, as many as there are entries: it has to be fetched from memory itself. None
///   of them is the same object as the stored key.
/// - `chars` is the length of a key. Some engines treat short keys differently: try 40 as well.
///
/// How to read the result:
///
/// - Subtract the row `HashMap` from the row `hash`. The difference is the cost of the store, which
///   checks arguments and wraps results, and of its engine, which checks that a value is a String.
/// - Subtract `getHit` from `getHitAndRead`. `getHit` finds a value without reading it, so the difference
///   is what an engine leaves to the program: one more wait for memory, if the value lies far from
///   everything that was read on the way to it.
/// - One invocation looks up a thousand keys, one after the other. While the processor waits for one
///   look-up, it starts the next, as it does in a program with many look-ups to do. If each look-up
///   needed the result of the one before, it would take several times as long.
/// - Keys and values are made before the clock starts. Otherwise the making of keys and the waiting for
///   memory would disturb each other, and their sum would describe no engine.
///
/// All rows together take hours. Name those you want to know:
///
///     java -jar step-04-benchmarks/target/benchmarks.jar EnginesBenchmark.getHit -p entries=1000000 -p keys=fresh
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EnginesBenchmark {

    private static final int BATCH = 1_000;

    /// The keys, both stored and absent.
    @State(Scope.Thread)
    public static class Input {

        @Param({"1000", "100000", "1000000"})
        int entries;

        @Param({"fresh", "hashed", "held"})
        String keys;

        @Param("12")
        int chars;

        Keys made;

        @Setup
        public void make() {
            made = new Keys(entries, chars, Keys.Kind.of(keys));
        }
    }

    /// A contender with all its entries.
    @State(Scope.Thread)
    public static class Filled {

        @Param({
            "hash",
            "tree",
            "concurrent",
            "compact",
            "HashMap",
            "ConcurrentHashMap",
            "UnifiedMap",
            "Object2ObjectOpenHashMap",
            "Caffeine",
            "MVMap"
        })
        String engine;

        Contender contender;

        @Setup
        public void fill(Input input) {
            contender = Contenders.ofEngine(engine);
            input.made.fill(contender);
            System.gc(); // moves the entries to the old generation, where a long-lived store has them
        }
    }

    /// Keys that are stored.
    @State(Scope.Thread)
    public static class Hits {

        final String[] keys = new String[BATCH];

        @Setup(Level.Invocation)
        public void next(Input input) {
            for (int i = 0; i < BATCH; i++) {
                keys[i] = input.made.nextPresent();
            }
        }
    }

    /// Keys that are not stored.
    @State(Scope.Thread)
    public static class Misses {

        final String[] keys = new String[BATCH];

        @Setup(Level.Invocation)
        public void next(Input input) {
            for (int i = 0; i < BATCH; i++) {
                keys[i] = input.made.nextAbsent();
            }
        }
    }

    /// Keys that are stored, and the same number of new keys to replace them.
    @State(Scope.Thread)
    public static class Replacements {

        final String[] oldest = new String[BATCH];
        final String[] newest = new String[BATCH];

        @Setup(Level.Invocation)
        public void next(Input input) {
            for (int i = 0; i < BATCH; i++) {
                oldest[i] = input.made.oldest();
                newest[i] = input.made.newest();
            }
        }
    }

    /// Values that have just been made, as a program's usually are when it stores them.
    @State(Scope.Thread)
    public static class Values {

        final String[] values = new String[BATCH];
        private int next;

        @Setup(Level.Invocation)
        public void next() {
            for (int i = 0; i < BATCH; i++) {
                values[i] = "value " + next++;
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

    /// Gets the value of a key that is there, and reads its length.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void getHitAndRead(Filled filled, Hits hits, Blackhole blackhole) {
        for (String key : hits.keys) {
            blackhole.consume(((String) filled.contender.get(key)).length());
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
    public void overwrite(Filled filled, Hits hits, Values values, Blackhole blackhole) {
        for (int i = 0; i < BATCH; i++) {
            blackhole.consume(filled.contender.put(hits.keys[i], values.values[i]));
        }
    }

    /// Removes a key and stores a new one, so that the number of entries stays the same. The time is
    /// for both operations together.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void replace(Filled filled, Replacements keys, Values values, Blackhole blackhole) {
        for (int i = 0; i < BATCH; i++) {
            blackhole.consume(filled.contender.remove(keys.oldest[i]));
            blackhole.consume(filled.contender.put(keys.newest[i], values.values[i]));
        }
    }
}
