package dev.minikv.step06.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What do the changes of [LogBenchmark] cost in Redis, with its append-only file?
///
/// It needs redis-server on the PATH. Redis is a process of its own, so each answer comes through a socket. In
/// `unforced` a hundred commands are sent at a time, and then a hundred answers are read.
///
///     java -jar step-06-log/target/benchmarks.jar RedisBenchmark
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RedisBenchmark {

    private static final int AT_A_TIME = 100;

    /// Redis and a bare loop.
    @State(Scope.Benchmark) // of a thread, there would be a second one for Multiple
    public static class Durable {

        @Param("100000")
        int keys;

        Turns turns;

        @Setup
        public void open() throws Exception {
            turns = new Turns("Redis", keys);
        }

        @Setup(Level.Iteration)
        public void reset() {
            turns.reset();
        }

        @Setup(Level.Invocation)
        public void takeTurns() throws Exception {
            for (int turn = 1; turn < LogBenchmark.TURNS; turn++) {
                turns.writeBare();
                turns.set();
            }
            turns.writeBare();
        }

        @TearDown
        public void close() throws Exception {
            turns.close();
        }
    }

    /// The time of an iteration's changes, divided by that of the bare loop.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Multiple {

        private Turns turns;

        @Setup(Level.Iteration)
        public void of(Durable durable) {
            turns = durable.turns;
        }

        public double multiple() {
            return turns.multiple();
        }
    }

    /// Redis, which leaves it to the operating system when its file is forced.
    @State(Scope.Thread)
    public static class Unforced {

        @Param("100000")
        int keys;

        Changing store;

        @Setup
        public void open() throws Exception {
            store = new Changing("Redis", keys, false);
        }

        @TearDown
        public void close() throws Exception {
            store.close();
        }
    }

    /// Change a value, and wait until it is on the disk.
    @Benchmark
    public void durable(Durable durable, Multiple multiple) throws Exception {
        durable.turns.set();
    }

    /// Change a value.
    @Benchmark
    @OperationsPerInvocation(LogBenchmark.CHANGES)
    public void unforced(Unforced unforced) throws Exception {
        unforced.store.set(LogBenchmark.CHANGES, AT_A_TIME);
    }
}
