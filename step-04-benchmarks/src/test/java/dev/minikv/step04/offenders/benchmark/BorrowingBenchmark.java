package dev.minikv.step04.offenders.benchmark;

import org.assertj.core.api.Assertions;

/// A benchmark that needs more than JMH and what it measures.
public final class BorrowingBenchmark {

    void borrow() {
        Assertions.fail("this is another library's method");
    }
}
