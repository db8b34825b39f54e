package dev.minikv.step02.exercise6;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step02.store.KeyValueStore;
import org.junit.jupiter.api.Test;

/// Tests of what two threads may do to a store at the same time.
///
/// This is an interface, so that the tests can be run on any store: an implementation says on which.
public interface TwoThreads {

    /// Returns a new, empty store, made for this test: in each `set`, the calling thread runs the hook
    /// after it has read the current state and before it writes.
    KeyValueStore newStore(Runnable betweenReadAndWrite);

    @Test
    default void two_threads_that_set_at_once_lose_nothing() throws InterruptedException {
        var stores = new KeyValueStore[1];
        var second = new Thread(() -> stores[0].set("b", "2"));
        var stateOfSecond = new Thread.State[1];
        stores[0] = newStore(() -> {
            if (Thread.currentThread() != second && stateOfSecond[0] == null) {
                second.start();
                while (second.getState() == Thread.State.RUNNABLE) {
                    Thread.yield();
                }
                stateOfSecond[0] = second.getState();
            }
        });

        stores[0].set("a", "1");
        second.join();

        assertThat(stateOfSecond[0]).isEqualTo(Thread.State.BLOCKED);
        assertThat(stores[0].count()).isEqualTo(2);
    }
}
