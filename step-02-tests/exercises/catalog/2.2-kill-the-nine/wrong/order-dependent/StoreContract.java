package dev.minikv.step02.exercise2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step02.store.KeyValueStore;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// What every key-value store must do, whatever it is made of.
@TestMethodOrder(OrderAnnotation.class)
interface StoreContract {

    /// One store for all tests: each continues where the one before it stopped.
    AtomicReference<KeyValueStore> STORE = new AtomicReference<>();

    /// Returns a new, empty store: the store under test.
    KeyValueStore newStore();

    @BeforeEach
    default void open() {
        STORE.compareAndSet(null, newStore());
    }

    @AfterAll
    static void close() {
        STORE.set(null);
    }

    @Test
    @Order(1)
    default void a_new_key_had_no_value() {
        assertThat(STORE.get().set("user", "")).isEmpty();
    }

    @Test
    @Order(2)
    default void set_answers_with_the_value_that_it_replaces() {
        assertThat(STORE.get().set(new String("user"), "Bob")).hasValue("");
    }

    @Test
    @Order(3)
    default void a_call_that_throws_changes_nothing() {
        assertThatThrownBy(() -> STORE.get().set("user", null)).isInstanceOf(NullPointerException.class);
        assertThat(STORE.get().get("user")).hasValue("Bob");
    }

    @Test
    @Order(4)
    default void a_key_counts_once_however_often_it_is_set() {
        assertThat(STORE.get().count()).isEqualTo(1);
    }

    @Test
    @Order(5)
    default void a_deleted_key_is_absent() {
        STORE.get().delete("user");

        assertThat(STORE.get().get("user")).isEmpty();
    }

    @Test
    @Order(6)
    default void deleting_an_absent_key_changes_nothing() {
        STORE.get().delete("user");

        assertThat(STORE.get().count()).isZero();
    }

    @Test
    @Order(7)
    default void keys_with_the_same_hash_code_are_still_two_keys() {
        STORE.get().set("Aa", "Alice");
        STORE.get().set("BB", "Bob");
        STORE.get().delete("Aa");

        assertThat(STORE.get().get("BB")).hasValue("Bob");
    }

    @Test
    @Order(8)
    default void many_entries_are_all_kept() {
        for (int i = 0; i < 100; i++) {
            STORE.get().set("key " + i, "value " + i);
        }

        assertThat(STORE.get().count()).isEqualTo(101);
    }
}
