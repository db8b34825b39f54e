package dev.minikv.step07.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
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

/// How many bytes does an entry take, with a key of 16 bytes and a value of 32?
///
/// A million entries are set. `entryBytes` is by how much the memory in use has grown, divided by their number: what
/// Redis has allocated, or the objects of our JVM after a garbage collection. `residentEntryBytes` is by how much the
/// process has grown, as Linux counts it, with everything that is kept for later: free heap, above all. Both are
/// counted, and the time is of no interest.
///
///     java -jar step-07-server/target/benchmarks.jar MemoryBenchmark
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class MemoryBenchmark {

    private static final int VALUE_BYTES = 32;
    private static final int PIPELINE = 16;

    /// An empty server: ours, with one of its engines, or Redis.
    @State(Scope.Thread)
    public static class Empty {

        @Param({"hash", "compact", "Redis"})
        String in;

        @Param("1000000")
        int entries;

        Requests requests;
        ServerProcess server;
        Load load;
        long usedBytes;
        long residentBytes;

        @Setup(Level.Invocation)
        public void open() throws Exception {
            requests = Requests.set(entries, VALUE_BYTES);
            server = in.equals("Redis")
                    ? ServerProcess.start(in, Optional.empty())
                    : ServerProcess.ours(0, Optional.empty(), List.of("--engine=" + in));
            load = new Load(server.port(), 1, PIPELINE);
            usedBytes = usedBytes();
            residentBytes = Info.residentBytes(server);
        }

        private long usedBytes() throws IOException, InterruptedException {
            return Info.usedBytes(server, !in.equals("Redis"));
        }

        @TearDown(Level.Invocation)
        public void close() throws Exception {
            load.close();
            server.close();
        }
    }

    /// Bytes for each entry.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Memory {

        public double entryBytes;
        public double residentEntryBytes;
    }

    /// Set all entries.
    @Benchmark
    public void fill(Empty empty, Memory memory) throws Exception {
        empty.load.send(empty.requests, empty.entries, new Latencies());
        memory.residentEntryBytes = (double) (Info.residentBytes(empty.server) - empty.residentBytes) / empty.entries;
        memory.entryBytes = (double) (empty.usedBytes() - empty.usedBytes) / empty.entries;
    }
}
