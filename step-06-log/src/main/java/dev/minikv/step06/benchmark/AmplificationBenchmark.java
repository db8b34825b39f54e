package dev.minikv.step06.benchmark;

import dev.minikv.step06.disk.RealDisk;
import dev.minikv.step06.log.LoggedStore;
import java.util.List;
import java.util.Map.Entry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/// How many bytes go to the disk for each byte of a key or a value?
///
/// A store with ten thousand entries is overwritten ten times. The amplification is counted: bytes written, those
/// of snapshots included, divided by the bytes of the keys and values that were set. Each compaction adds a
/// snapshot, and the first comes late: so there is a counter after one time, two and ten. The segments are as
/// small as the store, a tenth of the usual. It compacts as soon as that is worthwhile; the program itself checks
/// once a second only, and writes less. The time is of no interest.
///
///     java -jar step-06-log/target/benchmarks.jar AmplificationBenchmark
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class AmplificationBenchmark {

    private static final int SEGMENT_BYTES = LoggedStore.SEGMENT_BYTES / 10; // as for ten times as many entries
    private static final int BETWEEN_CHECKS = 100; // changes

    /// A store with all entries.
    @State(Scope.Thread)
    public static class Filled {

        @Param("10000")
        int keys;

        DataFolder folder;
        CountingDisk disk;
        LogRival store;
        List<Entry<String, String>> changes;

        @Setup(Level.Invocation)
        public void open() throws Exception {
            folder = DataFolder.create();
            disk = new CountingDisk(new RealDisk());
            store = new LogRival(disk, folder.path(), false, SEGMENT_BYTES);
            List<Entry<String, String>> entries = Entries.of(keys);
            entries.forEach(entry -> store.set(entry.getKey(), entry.getValue()));
            changes = Entries.changesOf(entries);
            disk.reset();
        }

        /// Returns how many bytes the keys and values have.
        private long overwrite() {
            long bytes = 0;
            for (int i = 0; i < changes.size(); i++) {
                Entry<String, String> change = changes.get(i);
                store.set(change.getKey(), change.getValue());
                bytes += change.getKey().length() + change.getValue().length(); // all of it is ASCII
                if (i % BETWEEN_CHECKS == 0) {
                    store.compactIfWorthwhile();
                }
            }
            return bytes;
        }

        @TearDown(Level.Invocation)
        public void close() throws Exception {
            store.close();
            folder.delete();
        }
    }

    /// Bytes on the disk for each byte of a key or a value.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Amplification {

        public double afterOnce;
        public double afterTwice;
        public double afterTen;
    }

    /// Overwrite everything.
    @Benchmark
    public void overwrite(Filled filled, Amplification amplification) {
        long userBytes = 0;
        for (int time = 1; time <= 10; time++) {
            userBytes += filled.overwrite();
            double now = (double) filled.disk.written() / userBytes;
            switch (time) {
                case 1 -> amplification.afterOnce = now;
                case 2 -> amplification.afterTwice = now;
                default -> amplification.afterTen = now;
            }
        }
    }
}
