package dev.minikv.step02.exercise2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step02.store.KeyValueStore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every key-value store must do, whatever it is made of.
interface StoreContract {

    /// The number of stores so far.
    AtomicInteger STORES = new AtomicInteger();

    /// Returns a new, empty store: the store under test.
    KeyValueStore newStore();

    @Test
    default void the_first_stores_are_correct() {
        assertThat(STORES.incrementAndGet()).isLessThanOrEqualTo(3);
    }
}
