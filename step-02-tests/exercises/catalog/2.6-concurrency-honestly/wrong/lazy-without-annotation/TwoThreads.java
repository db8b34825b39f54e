package dev.minikv.step02.exercise6;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step02.store.KeyValueStore;

/// Tests of what two threads may do to a store at the same time.
///
/// This is an interface, so that the tests can be run on any store: an implementation says on which.
public interface TwoThreads {

    /// Returns a new, empty store, made for this test: in each `set`, the calling thread runs the hook
    /// after it has read the current state and before it writes.
    KeyValueStore newStore(Runnable betweenReadAndWrite);

    default void two_threads_that_set_at_once_lose_nothing() throws InterruptedException {
        var second = new SecondThread();
        KeyValueStore store = newStore(second::runAsFarAsItCan);
        second.does(() -> store.set("b", "2"));

        store.set("a", "1");
        second.join();

        assertThat(second.failure()).as("what the second thread threw").isEmpty();
        assertThat(store.count()).isEqualTo(2);
        assertThat(store.get("a")).hasValue("1");
        assertThat(store.get("b")).hasValue("2");
    }
}
