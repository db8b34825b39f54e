package dev.minikv.step04.offenders.store;

import dev.minikv.step04.offenders.benchmark.ConstantBenchmark;

/// A store that measures itself, and so cannot be used without its benchmarks.
public final class BoastfulStore {

    double speed() {
        return new ConstantBenchmark().log();
    }
}
