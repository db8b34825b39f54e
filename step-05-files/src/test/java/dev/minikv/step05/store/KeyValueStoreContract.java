package dev.minikv.step05.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step05.store.Result.Failure;
import dev.minikv.step05.store.Result.Success;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Contract tests: what the Javadoc of [KeyValueStore] promises, sentence by sentence.
///
/// They know nothing about any particular store. A test class implements this interface and says how
/// to create a store; JUnit then runs the tests below as if they were in that class.
interface KeyValueStoreContract {

    /// Returns an empty store that takes what the limits allow.
    KeyValueStore newStore(Limits limits);

    private KeyValueStore newStore() {
        return newStore(Limits.DEFAULT);
    }

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

        assertThat(store.get("User")).as("in different case").isEmpty();
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

        assertThat(store.set("user", "Alice")).as("the key was absent").isEqualTo(new Success<>(Optional.empty()));
        assertThat(store.set("user", "Bob")).isEqualTo(new Success<>(Optional.of("Alice")));
    }

    @Test
    default void get_returns_empty_for_an_absent_key() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThat(store.get("city")).isEmpty();
    }

    @Test
    default void contains_says_whether_a_key_has_a_value() {
        KeyValueStore store = newStore();
        store.set("user", "");

        assertThat(store.contains("user"))
                .as("a key with a value, if an empty one")
                .isTrue();
        assertThat(store.contains("city")).as("a key that was never set").isFalse();

        store.delete("user");
        assertThat(store.contains("user")).as("a deleted key").isFalse();
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

        assertThat(store.set("user", "Bob")).as("the key was absent").isEqualTo(new Success<>(Optional.empty()));
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
    default void clear_removes_all_keys_and_returns_how_many_there_were() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");
        store.set("city", "Paris");

        assertThat(store.clear()).isEqualTo(2);

        assertThat(store.count()).isZero();
        assertThat(store.get("user")).isEmpty();
        assertThat(store.clear()).as("there is nothing left").isZero();
    }

    @Test
    default void keys_returns_those_that_start_with_a_prefix_in_order() {
        KeyValueStore store = newStore();
        List.of("b", "ab", "", "a", "B", "aa").forEach(key -> store.set(key, "Alice"));

        assertThat(store.keys("a")).containsExactly("a", "aa", "ab");
        assertThat(store.keys("")).as("the empty prefix").containsExactly("", "B", "a", "aa", "ab", "b");
        assertThat(store.keys("c")).isEmpty();
    }

    @Test
    default void the_list_of_keys_is_a_copy_that_nothing_changes() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");
        List<String> keys = store.keys("");

        store.set("city", "Paris");
        store.delete("user");

        assertThat(keys).as("keys from before").containsExactly("user");
        assertThatThrownBy(() -> keys.add("pet")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    default void a_key_may_be_as_long_as_its_limit_and_no_longer() {
        KeyValueStore store = newStore(new Limits(4, 100, 100));

        assertThat(store.set("user", "Alice")).isEqualTo(new Success<>(Optional.empty()));
        assertThat(store.set("users", "Alice")).isEqualTo(new Failure<>(new StoreError.KeyTooLong(5, 4)));

        assertThat(store.keys("")).containsExactly("user");
    }

    @Test
    default void a_value_may_be_as_long_as_its_limit_and_no_longer() {
        KeyValueStore store = newStore(new Limits(100, 5, 100));

        assertThat(store.set("user", "Alice")).isEqualTo(new Success<>(Optional.empty()));
        assertThat(store.set("user", "Alicia")).isEqualTo(new Failure<>(new StoreError.ValueTooLong(6, 5)));
        assertThat(store.set("city", "London")).isEqualTo(new Failure<>(new StoreError.ValueTooLong(6, 5)));

        assertThat(store.get("user")).as("the value from before").hasValue("Alice");
        assertThat(store.contains("city")).isFalse();
    }

    @Test
    default void lengths_are_counted_in_chars() {
        KeyValueStore store = newStore(new Limits(1, 1, 100));

        assertThat(store.set("\uD83D\uDE00", "x")).isEqualTo(new Failure<>(new StoreError.KeyTooLong(2, 1)));
        assertThat(store.set("x", "\uD83D\uDE00")).isEqualTo(new Failure<>(new StoreError.ValueTooLong(2, 1)));
    }

    @Test
    default void a_store_takes_as_many_keys_as_its_limit_and_no_more() {
        KeyValueStore store = newStore(new Limits(100, 100, 2));

        assertThat(store.set("user", "Alice")).isEqualTo(new Success<>(Optional.empty()));
        assertThat(store.set("city", "Paris")).isEqualTo(new Success<>(Optional.empty()));
        assertThat(store.set("pet", "cat")).isEqualTo(new Failure<>(new StoreError.StoreFull(2)));

        assertThat(store.keys("")).containsExactly("city", "user");
    }

    @Test
    default void a_full_store_still_replaces_values() {
        KeyValueStore store = newStore(new Limits(100, 100, 1));
        store.set("user", "Alice");

        assertThat(store.set("user", "Bob")).isEqualTo(new Success<>(Optional.of("Alice")));

        assertThat(store.get("user")).hasValue("Bob");
    }

    @Test
    default void a_key_that_goes_makes_room_for_another() {
        KeyValueStore store = newStore(new Limits(100, 100, 1));
        store.set("user", "Alice");

        store.delete("user");
        assertThat(store.set("city", "Paris")).as("after delete").isEqualTo(new Success<>(Optional.empty()));

        store.clear();
        assertThat(store.set("pet", "cat")).as("after clear").isEqualTo(new Success<>(Optional.empty()));
    }

    @Test
    default void the_entries_are_those_that_were_set_and_not_deleted() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");
        store.set("city", "Paris");
        store.set("a key that is far too long to be packed", "");
        store.set("user", "Bob");
        store.delete("city");

        assertThat(store.entries())
                .containsExactlyInAnyOrder(
                        Map.entry("user", "Bob"), Map.entry("a key that is far too long to be packed", ""));
    }

    @Test
    default void entries_that_were_handed_out_stay_as_they_were() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");
        List<Map.Entry<String, String>> entries = store.entries();

        store.set("user", "Bob");
        store.set("city", "Paris");

        assertThat(entries).containsExactly(Map.entry("user", "Alice"));
    }

    @Test
    default void null_is_neither_a_key_nor_a_value() {
        KeyValueStore store = newStore();

        assertThatThrownBy(() -> store.set(null, "Alice")).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.set("user", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.get(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.contains(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.delete(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.keys(null)).isInstanceOf(NullPointerException.class);
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
            assertThat(store.get("key " + i)).as("key %s, deleted", i).isEmpty();
            assertThat(store.get("key " + (i + 1))).hasValue("value " + (i + 1));
        }
    }
}
