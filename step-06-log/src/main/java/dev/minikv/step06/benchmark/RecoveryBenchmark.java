package dev.minikv.step06.benchmark;

import java.util.List;
import java.util.Map.Entry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How long does it take until all entries are back in memory?
///
/// `log` reads a record for each entry, `snapshot` reads the same entries after a compaction. The databases
/// would answer their first question sooner, because they read what they are asked for. So each of them is
/// opened, and then all its entries are read into a HashMap: all rows end with every entry in memory.
///
/// The databases were closed in an orderly way, which is their best case: after a crash some of them would have
/// a log to read as well. Ours does the same work either way. The files are in the memory of the operating
/// system, so no row waits for the disk, except that ours forces the segment that it goes on with.
///
///     java -jar step-06-log/target/benchmarks.jar RecoveryBenchmark -p records=100000
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecoveryBenchmark {

    private static final int AT_A_TIME = 1_000;

    /// A folder with a store that is closed.
    @State(Scope.Thread)
    public static class Written {

        @Param({"log", "snapshot", "SQLite", "RocksDB", "MVStore", "LMDB"})
        String as;

        @Param("1000000")
        int records;

        String kind;
        DataFolder folder;
        Rival opened;

        @Setup
        public void write() throws Exception {
            folder = DataFolder.create();
            kind = as.equals("snapshot") ? "log" : as;
            List<Entry<String, String>> entries = Entries.of(records);
            Rival rival = Rival.open(kind, folder.path(), false);
            if (rival instanceof LogRival log) {
                entries.forEach(entry -> log.set(entry.getKey(), entry.getValue())); // a record for each
            } else {
                for (int i = 0; i < records; i += AT_A_TIME) {
                    rival.setAll(entries.subList(i, Math.min(i + AT_A_TIME, records)));
                }
            }
            if (as.equals("snapshot")) {
                ((LogRival) rival).compact();
            }
            rival.close();
        }

        @TearDown(Level.Invocation)
        public void close() throws Exception {
            opened.close();
            opened = null; // or its entries would be in memory beside the next ones
        }

        @TearDown
        public void delete() throws Exception {
            folder.delete();
        }
    }

    /// Open the store, and get all entries into memory.
    @Benchmark
    public Object open(Written written) throws Exception {
        written.opened = Rival.open(written.kind, written.folder.path(), false);
        return written.opened.inMemory();
    }
}
