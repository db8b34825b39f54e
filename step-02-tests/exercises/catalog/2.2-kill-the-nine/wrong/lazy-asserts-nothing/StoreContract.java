package dev.minikv.step02.exercise2;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.minikv.step02.store.KeyValueStore;
import org.junit.jupiter.api.Test;

/// What every key-value store must do, whatever it is made of.
interface StoreContract {

    /// Returns a new, empty store: the store under test.
    KeyValueStore newStore();

    @Test
    default void setting_works() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");
        store.set("user", "Bob");
        store.set("city", "");
    }

    @Test
    default void deleting_works() {
        KeyValueStore store = newStore();
        store.set("Aa", "Alice");
        store.set("BB", "Bob");
        store.delete("Aa");
        store.delete("Aa");
    }

    @Test
    default void many_entries_work() {
        KeyValueStore store = newStore();

        assertThatCode(() -> {
                    for (int i = 0; i < 100; i++) {
                        store.set("key " + i, "value " + i);
                        store.get("key " + i);
                    }
                })
                .doesNotThrowAnyException();
    }
}
