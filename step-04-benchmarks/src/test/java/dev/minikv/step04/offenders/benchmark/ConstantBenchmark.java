package dev.minikv.step04.offenders.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A benchmark whose input is known to the compiler, which can work out the result once for all.
@State(Scope.Thread)
public class ConstantBenchmark {

    private static final double NUMBER = Math.sqrt(2); // which only looks like a field of the state

    /// Works out what is the same each time.
    @Benchmark
    public double log() {
        return Math.log(NUMBER);
    }
}
