package dev.minikv.step02.exercise6;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step02.store.KeyValueStore;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
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
        var failure = new AtomicReference<Throwable>();
        var hook = new AtomicReference<Runnable>(() -> {});
        KeyValueStore store = newStore(() -> hook.getAndSet(() -> {}).run());
        var second = new Thread(() -> {
            try {
                store.set("b", "2");
            } catch (RuntimeException e) {
                failure.set(e);
            }
        });
        hook.set(() -> {
            second.start();
            long end = new Date().getTime() + 60;
            while (second.isAlive() && new Date().getTime() < end) {
                Thread.onSpinWait();
            }
        });

        store.set("a", "1");
        second.join();

        assertThat(failure.get()).as("what the second thread threw").isNull();
        assertThat(store.count()).isEqualTo(2);
        assertThat(store.get("a")).hasValue("1");
        assertThat(store.get("b")).hasValue("2");
    }
}
