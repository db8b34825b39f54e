package dev.minikv.step04.benchmark;

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
import org.openjdk.jmh.annotations.Warmup;

/// What does a read from memory cost, and what does it cost if several reads overlap?
///
/// Both benchmarks read the same elements of the same array in the same order, which looks random.
///
/// How to read the result:
///
/// - In `chained`, each element says which one to read next, as when a program follows references from
///   object to object. Every read waits for the one before it, so the score is the time of one whole
///   wait.
/// - In `independent`, a list says which elements to read. The processor reads ahead in the list and
///   starts the next reads while it waits for the first. The score is what remains of a wait.
/// - An array of 16 KiB fits into the first-level cache of most processors. One of 128 MiB fits into
///   hardly any.
///
///     java -jar step-04-benchmarks/target/benchmarks.jar MemoryBenchmark
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MemoryBenchmark {

    private static final int READS = 1_000;
    private static final int INTS_PER_KIB = 256;

    @Param({"16", "131072"})
    int kib;

    private int[] next; // at each place, the place to read after it
    private int[] order; // the same places, as a list
    private int chainedAt = 0;
    private int independentAt = 0;

    /// Links all places into a single cycle (Sattolo's algorithm), so that the walk visits all of them
    /// before it comes back to its start.
    @Setup
    public void link() {
        next = new int[kib * INTS_PER_KIB];
        for (int i = 0; i < next.length; i++) {
            next[i] = i;
        }
        var random = new Random(4);
        for (int i = next.length - 1; i > 0; i--) {
            int j = random.nextInt(i);
            int held = next[i];
            next[i] = next[j];
            next[j] = held;
        }
        order = new int[next.length];
        for (int i = 0, place = 0; i < order.length; i++, place = next[place]) {
            order[i] = place;
        }
    }

    /// Reads that each depend on the one before.
    @Benchmark
    @OperationsPerInvocation(READS)
    public int chained() {
        int place = chainedAt;
        for (int i = 0; i < READS; i++) {
            place = next[place];
        }
        chainedAt = place;
        return place;
    }

    /// Reads that depend on no other read except that of the list, which is read in order.
    @Benchmark
    @OperationsPerInvocation(READS)
    public int independent() {
        int at = independentAt + READS <= order.length ? independentAt : 0;
        int sum = 0;
        for (int i = at; i < at + READS; i++) {
            sum += next[order[i]];
        }
        independentAt = at + READS;
        return sum;
    }
}
