package dev.minikv.step02.exercise2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step02.store.KeyValueStore;
import org.junit.jupiter.api.Test;

/// Contract tests: what the Javadoc of [KeyValueStore] promises, sentence by sentence.
///
/// They know nothing about any particular store. A test class implements this interface and says how
/// to create a store; JUnit then runs the tests below as if they were in that class.
interface StoreContract {

    /// Returns an empty store.
    KeyValueStore newStore();

    @Test
    default void a_key_has_at_most_one_value() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        store.set("user", "Bob");

        assertThat(store.get("user")).hasValue("Bob");
        assertThat(store.count()).isEqualTo(1);
    }

    @Test
    default void the_empty_string_is_a_key() {
        KeyValueStore store = newStore();
        store.set("", "Alice");

        assertThat(store.get("")).hasValue("Alice");
    }

    @Test
    default void the_empty_string_is_a_value() {
        KeyValueStore store = newStore();
        store.set("user", "");

        assertThat(store.get("user")).hasValue("");
    }

    @Test
    default void equal_keys_are_the_same_key() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThat(store.get(new String("user"))).hasValue("Alice");
    }

    @Test
    default void keys_that_are_not_equal_are_different_keys() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThat(store.get("User")).as("another case").isEmpty();
        assertThat(store.get(" user ")).as("with blanks around it").isEmpty();
    }

    @Test
    default void keys_with_equal_hash_codes_are_different_keys() {
        KeyValueStore store = newStore();
        store.set("Aa", "Alice");

        assertThat(store.get("BB")).isEmpty();
    }

    @Test
    default void set_returns_the_previous_value() {
        KeyValueStore store = newStore();

        assertThat(store.set("user", "Alice")).as("the key was absent").isEmpty();
        assertThat(store.set("user", "Bob")).hasValue("Alice");
    }

    @Test
    default void get_returns_empty_for_an_absent_key() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThat(store.get("city")).isEmpty();
    }

    @Test
    default void delete_returns_the_value_that_it_removes() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThat(store.delete("user")).hasValue("Alice");
        assertThat(store.delete("user")).as("the key is absent now").isEmpty();
    }

    @Test
    default void a_deleted_key_can_be_set_again() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");
        store.delete("user");

        assertThat(store.set("user", "Bob")).as("the key was absent").isEmpty();
        assertThat(store.get("user")).hasValue("Bob");
    }

    @Test
    default void count_is_the_number_of_keys_that_have_a_value() {
        KeyValueStore store = newStore();
        assertThat(store.count()).as("in a new store").isZero();

        store.set("user", "Alice");
        store.set("city", "Paris");
        assertThat(store.count()).as("after setting two keys").isEqualTo(2);

        store.delete("user");
        assertThat(store.count()).as("after deleting one of them").isEqualTo(1);
    }

    @Test
    default void null_is_neither_a_key_nor_a_value() {
        KeyValueStore store = newStore();

        assertThatThrownBy(() -> store.set(null, "Alice")).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.set("user", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.get(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.delete(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    default void a_call_that_throws_changes_nothing() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThatThrownBy(() -> store.set("user", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.set("city", null)).isInstanceOf(NullPointerException.class);

        assertThat(store.get("user")).hasValue("Alice");
        assertThat(store.get("city")).isEmpty();
        assertThat(store.count()).isEqualTo(1);
    }

    @Test
    default void many_keys_are_kept_apart() {
        KeyValueStore store = newStore();
        for (int i = 0; i < 1000; i++) {
            store.set("key " + i, "value " + i);
        }
        for (int i = 0; i < 1000; i += 2) {
            store.delete("key " + i);
        }

        assertThat(store.count()).isEqualTo(500);
        for (int i = 0; i < 1000; i += 2) {
            assertThat(store.get("key " + i)).as("key %d, deleted", i).isEmpty();
            assertThat(store.get("key " + (i + 1))).hasValue("value " + (i + 1));
        }
    }
}
