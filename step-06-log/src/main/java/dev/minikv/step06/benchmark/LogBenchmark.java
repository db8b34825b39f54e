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

/// What does a change cost that survives a power cut, and one that survives the end of the process?
///
/// Each store has a hundred thousand keys, and a change overwrites one value. `log` is ours. `bare` writes as
/// many bytes as a record of ours has, and does nothing else.
///
/// How long a force takes depends on the drive, and moves by ten within minutes. So do not compare the times of
/// `durable`, but the `multiple`: before each change, the bare loop writes and forces a record of its own, and
/// the multiple is the time of all changes divided by the time of all these. For `bare` itself it is 1 if
/// taking turns is fair. The multiple counts every change, of which JMH times one in some; what it prints
/// below its table is the sum of all iterations.
///
/// All rows of `unforced` promise the same, with one exception: `SQLite-1000` makes a thousand changes in a
/// transaction, and a change is not safe before the last of them is.
///
///     java -jar step-06-log/target/benchmarks.jar LogBenchmark.durable -p as=log,bare
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LogBenchmark {

    static final int CHANGES = 1_000;
    static final int TURNS = 40; // at least, in an iteration

    /// A store and a bare loop.
    @State(Scope.Benchmark) // of a thread, there would be a second one for Multiple
    public static class Durable {

        @Param({"log", "bare", "SQLite", "RocksDB", "MVStore", "LMDB"})
        String as;

        @Param("100000")
        int keys;

        Turns turns;

        @Setup
        public void open() throws Exception {
            turns = new Turns(as, keys);
        }

        @Setup(Level.Iteration)
        public void reset() {
            turns.reset();
        }

        @Setup(Level.Invocation)
        public void takeTurns() throws Exception {
            for (int turn = 1; turn < TURNS; turn++) {
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

    /// A store that leaves it to the operating system when its files are forced.
    @State(Scope.Thread)
    public static class Unforced {

        @Param({"log", "bare", "SQLite", "SQLite-1000", "RocksDB", "MVStore", "LMDB"})
        String as;

        @Param("100000")
        int keys;

        Changing store;
        int atATime;

        @Setup
        public void open() throws Exception {
            String[] kind = as.split("-");
            atATime = kind.length == 1 ? 1 : Integer.parseInt(kind[1]);
            store = new Changing(kind[0], keys, false);
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
    @OperationsPerInvocation(CHANGES)
    public void unforced(Unforced unforced) throws Exception {
        unforced.store.set(CHANGES, unforced.atATime);
    }
}
