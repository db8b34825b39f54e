package dev.minikv.step04.offenders.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A benchmark of nothing: nobody sees the result, so the compiler need not compute it.
@State(Scope.Thread)
public class DeadCodeBenchmark {

    private double number = Math.PI;

    /// Computes a number and drops it.
    @Benchmark
    public void log() {
        Math.log(number);
    }
}
