package dev.minikv.step02.exercise2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.step02.store.MiniKvStore;
import org.junit.jupiter.api.Test;

/// What every key-value store must do, whatever it is made of.
interface StoreContract {

    /// Returns a new, empty store: the store under test.
    KeyValueStore newStore();

    @Test
    default void a_key_has_the_value_that_was_set() {
        KeyValueStore store = new MiniKvStore();
        store.set("user", "Alice");
        store.set("user", "Bob");
        store.set("city", "Paris");

        assertThat(store.get("user")).hasValue("Bob");
        assertThat(store.get("nobody")).isEmpty();
    }

    @Test
    default void set_answers_with_the_value_that_it_replaces() {
        KeyValueStore store = new MiniKvStore();

        assertThat(store.set("user", "Alice")).as("the key was absent").isEmpty();
        assertThat(store.set("user", "Bob")).hasValue("Alice");
    }

    @Test
    default void delete_answers_with_the_value_that_it_removes() {
        KeyValueStore store = new MiniKvStore();
        store.set("user", "Alice");

        assertThat(store.delete("user")).hasValue("Alice");
        assertThat(store.delete("user")).as("the key is absent").isEmpty();
    }

    @Test
    default void a_key_counts_once_however_often_it_is_set() {
        KeyValueStore store = new MiniKvStore();
        store.set("user", "Alice");
        store.set("user", "Bob");

        assertThat(store.count()).isEqualTo(1);
    }

    @Test
    default void deleting_an_absent_key_changes_nothing() {
        KeyValueStore store = new MiniKvStore();
        store.set("user", "Alice");

        store.delete("city");

        assertThat(store.get("user")).hasValue("Alice");
        assertThat(store.count()).isEqualTo(1);
    }

    @Test
    default void a_deleted_key_is_absent_however_often_it_was_set() {
        KeyValueStore store = new MiniKvStore();
        store.set("user", "Alice");
        store.set("user", "Bob");
        store.delete("user");

        assertThat(store.get("user")).isEmpty();
        assertThat(store.count()).isZero();
    }

    @Test
    default void the_empty_string_is_a_value_like_any_other() {
        KeyValueStore store = new MiniKvStore();
        store.set("user", "");

        assertThat(store.get("user")).as("get").hasValue("");
        assertThat(store.set("user", "")).as("set").hasValue("");
        assertThat(store.delete("user")).as("delete").hasValue("");
    }

    @Test
    default void null_is_rejected_and_changes_nothing() {
        KeyValueStore store = new MiniKvStore();
        store.set("user", "Alice");

        assertThatNullPointerException().isThrownBy(() -> store.set("user", null));
        assertThatNullPointerException().isThrownBy(() -> store.set(null, "Bob"));
        assertThatNullPointerException().isThrownBy(() -> store.get(null));
        assertThatNullPointerException().isThrownBy(() -> store.delete(null));

        assertThat(store.get("user")).hasValue("Alice");
        assertThat(store.count()).isEqualTo(1);
    }

    @Test
    default void equal_keys_are_the_same_key_whichever_object_holds_them() {
        KeyValueStore store = new MiniKvStore();
        store.set("user", "Alice");

        assertThat(store.set(new String("user"), "Bob")).as("set").hasValue("Alice");
        assertThat(store.get(new String("user"))).as("get").hasValue("Bob");
        assertThat(store.delete(new String("user"))).as("delete").hasValue("Bob");
    }

    @Test
    default void keys_with_the_same_hash_code_are_still_two_keys() {
        KeyValueStore store = new MiniKvStore();
        store.set("Aa", "Alice"); // its hash code is 2112

        assertThat(store.get("BB")).as("and so is this one's").isEmpty();
        assertThat(store.delete("BB")).isEmpty();
        assertThat(store.set("BB", "Bob")).isEmpty();
    }

    @Test
    default void many_entries_are_all_kept() {
        KeyValueStore store = new MiniKvStore();
        for (int i = 0; i < 100; i++) {
            store.set("key " + i, "value " + i);
        }

        assertThat(store.count()).isEqualTo(100);
        for (int i = 0; i < 100; i++) {
            assertThat(store.get("key " + i)).as("key %s", i).hasValue("value " + i);
        }
    }
}
