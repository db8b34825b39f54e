package dev.minikv.step04.offenders.benchmark;

import org.assertj.core.api.Assertions;

/// A benchmark that uses a library other than JMH and those that it measures.
public final class BorrowingBenchmark {

    void borrow() {
        Assertions.fail("this is another library's method");
    }
}
