package dev.minikv.step05.benchmark;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.minikv.step05.format.BinaryFormat;
import dev.minikv.step05.format.Format.Decoded;
import dev.minikv.step05.store.EngineKind;
import dev.minikv.step05.store.KeyValueStore;
import dev.minikv.step05.store.Limits;
import dev.minikv.step05.store.MiniKvStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map.Entry;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Where does the time of a save and a load go?
///
/// A save in the format `binary` copies the entries out of the store, encodes them with their checksums, writes
/// the bytes and forces them. A load reads the bytes, decodes them and fills a store. Each stage is
/// measured alone, and its score is its time divided by the number of entries. `checksum` is a part of
/// `encode` and of `decode`, and `write` a part of `writeAndForce`.
///
///     java -jar step-05-files/target/benchmarks.jar StagesBenchmark
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StagesBenchmark {

    /// The same entries at each stage.
    @State(Scope.Thread)
    public static class Stages {

        final BinaryFormat format = new BinaryFormat();
        KeyValueStore store;
        List<Entry<String, String>> entries;
        byte[] bytes;
        Path file;

        @Setup
        public void prepare() throws IOException {
            store = newStore();
            FilesBenchmark.entries().forEach(store::set);
            entries = store.entries();
            var out = new ByteArrayOutputStream();
            format.encode(entries, out);
            bytes = out.toByteArray();
            file = Files.createTempFile("stages-benchmark", "");
            Files.write(file, bytes);
        }

        private static KeyValueStore newStore() {
            return new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        }

        private long write(boolean force) throws IOException {
            try (var channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
                long written = channel.write(ByteBuffer.wrap(bytes));
                if (force) {
                    channel.force(true);
                }
                return written;
            }
        }

        @TearDown
        public void delete() throws IOException {
            Files.delete(file);
        }
    }

    @Benchmark
    @OperationsPerInvocation(FilesBenchmark.ENTRIES)
    public List<Entry<String, String>> copy(Stages stages) {
        return stages.store.entries();
    }

    @Benchmark
    @OperationsPerInvocation(FilesBenchmark.ENTRIES)
    public OutputStream encode(Stages stages) throws IOException {
        OutputStream out = OutputStream.nullOutputStream();
        stages.format.encode(stages.entries, out);
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(FilesBenchmark.ENTRIES)
    public long checksum(Stages stages) {
        var checksum = new CRC32C();
        checksum.update(stages.bytes);
        return checksum.getValue();
    }

    @Benchmark
    @OperationsPerInvocation(FilesBenchmark.ENTRIES)
    public long write(Stages stages) throws IOException {
        return stages.write(false);
    }

    @Benchmark
    @OperationsPerInvocation(FilesBenchmark.ENTRIES)
    public long writeAndForce(Stages stages) throws IOException {
        return stages.write(true);
    }

    @Benchmark
    @OperationsPerInvocation(FilesBenchmark.ENTRIES)
    public byte[] read(Stages stages) throws IOException {
        return Files.readAllBytes(stages.file);
    }

    @Benchmark
    @OperationsPerInvocation(FilesBenchmark.ENTRIES)
    public Decoded decode(Stages stages) {
        return stages.format.decode(stages.bytes);
    }

    @Benchmark
    @OperationsPerInvocation(FilesBenchmark.ENTRIES)
    public KeyValueStore fill(Stages stages) {
        KeyValueStore store = Stages.newStore();
        stages.entries.forEach(entry -> store.set(entry.getKey(), entry.getValue()));
        return store;
    }
}
