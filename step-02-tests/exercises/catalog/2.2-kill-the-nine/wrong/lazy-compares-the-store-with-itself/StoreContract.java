package dev.minikv.step02.exercise2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step02.store.KeyValueStore;
import org.junit.jupiter.api.Test;

/// What every key-value store must do, whatever it is made of.
interface StoreContract {

    /// Returns a new, empty store: the store under test.
    KeyValueStore newStore();

    @Test
    default void get_answers_with_the_value() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThat(store.get("user")).isEqualTo(store.get("user"));
    }

    @Test
    default void set_answers_with_the_value_that_it_replaces() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThat(store.set("user", "Bob")).isNotNull();
    }

    @Test
    default void a_key_counts_once_however_often_it_is_set() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");
        store.set("user", "Bob");

        assertThat(store.count()).isEqualTo(store.count());
    }
}
