package dev.minikv.step04.benchmark.pitfall;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// What does it cost to find the place of a hash in a table?
///
/// A loop looks like the same work many times over. The compiler sees more than that. It unrolls the
/// loop, and computes as many numbers at once as fit into one vector register of the processor.
///
/// How to read the result:
///
/// - `sumOfAll` has a thousand rounds, and JMH divides its time by a thousand. The number is far less
///   than one instruction can take. A program that looks for one place at a time will never see it.
/// - `each` is the same loop, but hands every result to a [Blackhole], which takes them one by one.
///   This is how to write a loop if you need one.
/// - `one` has no loop of its own. JMH calls it in a loop, whose cost is in the number, as it is in the
///   number of every benchmark: `DeadCode.nothing` shows how much that is.
///
///     java -jar step-04-benchmarks/target/benchmarks.jar pitfall.LoopInBenchmark
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoopInBenchmark {

    private static final int HASHES = 1_000;

    private final int[] hashes = new Random(4).ints(HASHES).toArray();
    private int next = 0;

    @Benchmark
    @OperationsPerInvocation(HASHES)
    @WrongOnPurpose("the compiler turns many computations into one")
    public int sumOfAll() {
        int sum = 0;
        for (int hash : hashes) {
            sum += place(hash);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(HASHES)
    public void each(Blackhole blackhole) {
        for (int hash : hashes) {
            blackhole.consume(place(hash));
        }
    }

    @Benchmark
    public int one() {
        next = next + 1 == HASHES ? 0 : next + 1;
        return place(hashes[next]);
    }

    /// Returns the place that [java.util.HashMap] would choose in a table of 1,024 places.
    private static int place(int hash) {
        return (hash ^ (hash >>> 16)) & 1023;
    }
}
