package dev.minikv.step07.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How many bytes does an entry take, with a value of 32 bytes?
///
/// A million entries are set. `entryBytes` is by how much the memory in use has grown, divided by their number: what
/// Redis has allocated, or the objects of our JVM after a garbage collection. `residentEntryBytes` is by how much the
/// process has grown, as Linux counts it, with everything that is kept for later: free heap, above all. Both are
/// counted once in each JVM, and the score, a time, is of no interest.
///
/// Keys have 15 bytes, the most that the engine `compact` can pack. With more it is like `hash`.
///
///     java -jar step-07-server/target/benchmarks.jar EntryBenchmark -p keyBytes=15,16
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class EntryBenchmark {

    private static final int VALUE_BYTES = 32;
    private static final int PIPELINE = 16;

    /// A server with all entries, and how much it has grown: ours, with one of its engines, or Redis.
    @State(Scope.Benchmark)
    public static class Filled {

        @Param({"hash", "compact", "Redis"})
        String in;

        @Param("1000000")
        int entries;

        @Param("15")
        int keyBytes;

        long usedBytes;
        long residentBytes;

        @Setup
        public void fill() throws Exception {
            Requests requests = Requests.set(entries, keyBytes, VALUE_BYTES);
            try (var server = start();
                    var load = new Load(server.port(), 1, PIPELINE)) {
                usedBytes -= usedBytes(server);
                residentBytes -= Info.residentBytes(server);
                load.send(requests, entries, new Latencies());
                residentBytes += Info.residentBytes(server);
                usedBytes += usedBytes(server);
            }
        }

        private ServerProcess start() throws IOException, InterruptedException {
            return in.equals("Redis")
                    ? ServerProcess.start(in, Optional.empty())
                    : ServerProcess.ours(0, Optional.empty(), List.of("--engine=" + in));
        }

        private long usedBytes(ServerProcess server) throws IOException, InterruptedException {
            return Info.usedBytes(server, !in.equals("Redis"));
        }
    }

    /// Bytes for each entry.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Memory {

        public double entryBytes;
        public double residentEntryBytes;
    }

    /// Tell what was counted.
    @Benchmark
    public void bytes(Filled filled, Memory memory) {
        memory.entryBytes = (double) filled.usedBytes / filled.entries;
        memory.residentEntryBytes = (double) filled.residentBytes / filled.entries;
    }
}
