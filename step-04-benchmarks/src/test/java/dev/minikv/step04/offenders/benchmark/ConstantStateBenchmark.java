package dev.minikv.step04.offenders.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A benchmark with an input that looks like state, and that the compiler copies into the code.
@State(Scope.Thread)
public class ConstantStateBenchmark {

    private final String key = "a key";

    /// Computes a result that is always the same.
    @Benchmark
    public int length() {
        return key.length();
    }
}
