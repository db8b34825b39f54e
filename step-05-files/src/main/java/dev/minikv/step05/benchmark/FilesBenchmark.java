package dev.minikv.step05.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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

/// What does it cost to save an entry, and to load it again?
///
/// Rows in lower case are our formats, from the store to the file and back. The others are libraries that
/// start from a HashMap and end with one. Each save writes a new file, forces it and gives it the name, so
/// all pay for the same promise. A score is the time of a whole save or load, divided by its entries.
///
/// How long a force takes depends on the drive, and changes from minute to minute: compare rows of one
/// run only. [StagesBenchmark] says where our time goes.
///
///     java -jar step-05-files/target/benchmarks.jar FilesBenchmark.save -p as=binary,Gson
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FilesBenchmark {

    static final int ENTRIES = 100_000;
    static final int VALUE_CHARS = 100;

    /// A file with all entries.
    @State(Scope.Thread)
    public static class Saved {

        @Param({"script", "csv", "binary", "Gson", "Jackson", "serialization", "MVStore", "SQLite"})
        String as;

        Path folder;
        Path file;
        Keeper keeper;

        @Setup
        public void save() throws Exception {
            folder = Files.createTempDirectory("files-benchmark");
            file = folder.resolve("entries");
            keeper = Keeper.of(as, entries());
            keeper.save(file);
        }

        @TearDown
        public void delete() throws IOException {
            try (var files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    /// Returns entries with keys and values that look random, the same in each run.
    static Map<String, String> entries() {
        var random = new Random(5);
        var entries = new HashMap<String, String>();
        while (entries.size() < ENTRIES) {
            String key = "user:" + Integer.toUnsignedString(random.nextInt(), 36);
            String value = random.ints(VALUE_CHARS, ' ', '~')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            entries.put(key, value);
        }
        return entries;
    }

    /// Replace the file.
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public Path save(Saved saved) throws Exception {
        saved.keeper.save(saved.file);
        return saved.file;
    }

    /// Read the file.
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public Object load(Saved saved) throws Exception {
        return saved.keeper.load(saved.file);
    }
}
