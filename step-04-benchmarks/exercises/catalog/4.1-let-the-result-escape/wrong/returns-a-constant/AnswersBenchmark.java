package dev.minikv.step04.exercise1;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// What does it cost to get an answer from the store?
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AnswersBenchmark {

    /// Gets a key that is there.
    @Benchmark
    public boolean hit(Filled filled) {
        filled.store.get(filled.nextPresent());
        return true;
    }

    /// Gets a key that is there, and then one that is not.
    @Benchmark
    @OperationsPerInvocation(2)
    public void hitAndMiss(Filled filled, Blackhole blackhole) {
        blackhole.consume(filled.store.get(filled.nextPresent()));
        blackhole.consume(filled.store.get(filled.nextAbsent()));
    }

    /// Gets all keys, one after the other. Every other key is there.
    @Benchmark
    @OperationsPerInvocation(Filled.KEYS)
    public void all(Filled filled, Blackhole blackhole) {
        for (String key : filled.keys) {
            blackhole.consume(filled.store.get(key));
        }
    }
}
