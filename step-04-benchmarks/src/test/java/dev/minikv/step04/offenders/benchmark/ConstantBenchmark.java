package dev.minikv.step04.offenders.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A benchmark whose input the compiler knows, so that it can compute the result once and for all.
@State(Scope.Thread)
public class ConstantBenchmark {

    private static final double NUMBER = Math.sqrt(2); // only looks like a field of the state

    /// Computes a result that is always the same.
    @Benchmark
    public double log() {
        return Math.log(NUMBER);
    }
}
