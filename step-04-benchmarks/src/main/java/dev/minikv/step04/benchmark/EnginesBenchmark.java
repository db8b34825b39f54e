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

/// Which engine is fastest, at what, and from how many entries on?
///
/// Names in lower case are engines, and are measured through step 04's store: what `--engine` gives
/// you. The others are maps as their users call them, without a store around them: the row `hash` less
/// the row `HashMap` is what the store takes for checking its arguments and wrapping its answers, and its
/// engine for making sure that a value is a String.
/// MVMap keeps its versions, and Caffeine counts what it is asked: both do more here than the rest.
///
/// - `entries` is how many there are. A thousand stay near the processor; a million do not fit into
///   its caches, and most of the time is spent waiting for memory: ask how often, not how much code.
/// - `keys` says what is known of a key that is looked for. A `fresh` one has just been made, as by a
///   program that reads it from a file or a socket, and has yet to be hashed. A `hashed` one has been, and
///   knows its hash code. A `held` one knows it, too, and is one of as many as there are entries, which
///   the program has held for long: it has to be fetched from memory itself. In all cases it is another
///   object than the one stored.
/// - `chars` is the length of a key. Some engines treat short keys in a way of their own: try 40 too.
///
/// An invocation takes a thousand keys, one after the other. They and the values to store are made
/// before the clock runs: to make a key and to wait for memory get in each other's way, and the sum
/// would be of no engine. A processor begins with the next look-up while it waits for this one, as it
/// does in a program that has many to do; a single look-up, whose answer decides on the next one, takes
/// several times as long.
///
/// A value is found, and only `getHitAndRead` looks at it, too. What that adds is what an engine leaves
/// to the program that uses it: with another object to be fetched, if the value lies far from what was
/// read on the way to it.
///
/// All rows in several forks take hours; name what you want to know:
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

    /// The keys, stored and not.
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
            System.gc(); // what has been stored for long is among what the collector keeps for old
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

    /// Keys that are stored, and as many new ones to take their places.
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

    /// Values that have just been made, as those are that a program stores.
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

    /// Look for a key that is there.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void getHit(Filled filled, Hits hits, Blackhole blackhole) {
        for (String key : hits.keys) {
            blackhole.consume(filled.contender.get(key));
        }
    }

    /// Look for a key that is there, and read its value: how long it is.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void getHitAndRead(Filled filled, Hits hits, Blackhole blackhole) {
        for (String key : hits.keys) {
            blackhole.consume(((String) filled.contender.get(key)).length());
        }
    }

    /// Look for a key that is not there.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void getMiss(Filled filled, Misses misses, Blackhole blackhole) {
        for (String key : misses.keys) {
            blackhole.consume(filled.contender.get(key));
        }
    }

    /// Store another value under a key that is there.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void overwrite(Filled filled, Hits hits, Values values, Blackhole blackhole) {
        for (int i = 0; i < BATCH; i++) {
            blackhole.consume(filled.contender.put(hits.keys[i], values.values[i]));
        }
    }

    /// Remove a key, and store a new one: the time is for both together. There are as many entries afterwards
    /// as before.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void replace(Filled filled, Replacements keys, Values values, Blackhole blackhole) {
        for (int i = 0; i < BATCH; i++) {
            blackhole.consume(filled.contender.remove(keys.oldest[i]));
            blackhole.consume(filled.contender.put(keys.newest[i], values.values[i]));
        }
    }
}
