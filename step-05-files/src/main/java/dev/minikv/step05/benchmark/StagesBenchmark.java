package dev.minikv.step05.benchmark;

import dev.minikv.step05.disk.Disk.OpenFile;
import dev.minikv.step05.disk.RealDisk;
import dev.minikv.step05.format.BinaryFormat;
import dev.minikv.step05.format.Format.Decoded;
import dev.minikv.step05.store.EngineKind;
import dev.minikv.step05.store.KeyValueStore;
import dev.minikv.step05.store.Limits;
import dev.minikv.step05.store.MiniKvStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
/// A save in the format `binary` copies the entries out of the store, encodes them with their checksums, and
/// replaces the file: it writes a new one, forces it, gives it the name, and forces the folder. A load reads
/// the bytes, decodes them and fills a store. Each stage is measured alone, and its score is its time divided
/// by the number of entries. `checksum` is a part of `encode` and of `decode`; `write` is a part of
/// `writeAndForce`, and that of `replace`.
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

    private static final int CHUNK_BYTES = 1 << 18; // as many as the format writes at a time

    /// The same entries at each stage.
    @State(Scope.Thread)
    public static class Stages {

        final BinaryFormat format = new BinaryFormat();
        KeyValueStore store;
        List<Entry<String, String>> entries;
        byte[] bytes;
        final RealDisk disk = new RealDisk();
        Path file;
        Path fresh;

        @Setup
        public void prepare() throws IOException {
            store = newStore();
            FilesBenchmark.entries().forEach(store::set);
            entries = store.entries();
            var out = new ByteArrayOutputStream();
            format.encode(entries, out);
            bytes = out.toByteArray();
            file = Files.createTempFile("stages-benchmark", "");
            fresh = file.resolveSibling(file.getFileName() + ".saving");
            Files.write(file, bytes);
        }

        private static KeyValueStore newStore() {
            return new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        }

        private void writeFresh(boolean force) throws IOException {
            try (OpenFile out = disk.create(fresh, file)) {
                for (int from = 0; from < bytes.length; from += CHUNK_BYTES) {
                    out.write(bytes, from, Math.min(CHUNK_BYTES, bytes.length - from));
                }
                if (force) {
                    out.force();
                }
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
    public Path write(Stages stages) throws IOException {
        stages.writeFresh(false);
        stages.disk.delete(stages.fresh);
        return stages.fresh;
    }

    @Benchmark
    @OperationsPerInvocation(FilesBenchmark.ENTRIES)
    public Path writeAndForce(Stages stages) throws IOException {
        stages.writeFresh(true);
        stages.disk.delete(stages.fresh);
        return stages.fresh;
    }

    @Benchmark
    @OperationsPerInvocation(FilesBenchmark.ENTRIES)
    public Path replace(Stages stages) throws IOException {
        stages.writeFresh(true);
        stages.disk.rename(stages.fresh, stages.file);
        stages.disk.forceFolder(stages.file.getParent());
        return stages.file;
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
