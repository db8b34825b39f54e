package dev.minikv.step02.exercise2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step02.store.KeyValueStore;
import org.junit.jupiter.api.Test;

/// What every key-value store must do, whatever it is made of.
interface StoreContract {

    /// Returns a new, empty store: the store under test.
    KeyValueStore newStore();

    @Test
    default void a_value_can_be_read_back() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThat(store.get("user")).hasValue("Alice");
    }

    @Test
    default void a_key_counts_once_however_often_it_is_set() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");
        store.set("user", "Bob");

        assertThat(store.count()).isEqualTo(1);
    }

    @Test
    default void a_deleted_key_is_absent() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");
        store.delete("user");

        assertThat(store.get("user")).isEmpty();
    }
}
