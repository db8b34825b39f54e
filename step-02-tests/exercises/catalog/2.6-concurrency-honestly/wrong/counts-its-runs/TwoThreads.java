package dev.minikv.step02.exercise6;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step02.store.KeyValueStore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Tests of what two threads may do to a store at the same time.
///
/// This is an interface, so that the tests can be run on any store: an implementation says on which.
public interface TwoThreads {

    /// How often the test has run.
    AtomicInteger RUNS = new AtomicInteger();

    /// Returns a new, empty store, made for this test: in each `set`, the calling thread runs the hook
    /// after it has read the current state and before it writes.
    KeyValueStore newStore(Runnable betweenReadAndWrite);

    @Test
    default void two_threads_that_set_at_once_lose_nothing() throws InterruptedException {
        newStore(() -> {});

        assertThat(RUNS.incrementAndGet()).isLessThanOrEqualTo(70);
    }
}
