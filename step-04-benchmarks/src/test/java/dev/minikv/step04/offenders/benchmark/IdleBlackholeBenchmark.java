package dev.minikv.step04.offenders.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// A benchmark that has a Blackhole for its result, and drops it all the same.
@State(Scope.Thread)
public class IdleBlackholeBenchmark {

    private double number = Math.PI;

    /// Computes a number and drops it, and keeps the processor busy with something else.
    @Benchmark
    public void log(Blackhole blackhole) {
        Math.log(number);
        Blackhole.consumeCPU(10);
    }
}
