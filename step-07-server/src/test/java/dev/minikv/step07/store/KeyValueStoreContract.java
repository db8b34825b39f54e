package dev.minikv.step07.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import java.util.Arrays;
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

    /// Returns what the store says when the error is that of its limits: a store that is far away may have nothing
    /// but the words.
    default StoreError told(StoreError error) {
        return error;
    }

    private KeyValueStore newStore() {
        return newStore(Limits.DEFAULT);
    }

    /// Returns what a call has answered, which must not have failed.
    private static <T> T value(Result<T, StoreError> result) {
        return switch (result) {
            case Success(T value) -> value;
            case Failure(StoreError error) -> throw new AssertionError("the store failed: " + error);
        };
    }

    @Test
    default void a_key_has_at_most_one_value() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        store.set("user", "Bob");

        assertThat(value(store.get("user"))).hasValue("Bob");
        assertThat(value(store.count())).isEqualTo(1);
    }

    @Test
    default void the_empty_string_is_a_key() {
        KeyValueStore store = newStore();
        store.set("", "Alice");

        assertThat(value(store.get(""))).hasValue("Alice");
    }

    @Test
    default void the_empty_string_is_a_value() {
        KeyValueStore store = newStore();
        store.set("user", "");

        assertThat(value(store.get("user"))).hasValue("");
    }

    @Test
    default void equal_keys_are_the_same_key() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThat(value(store.get(new String("user")))).hasValue("Alice");
    }

    @Test
    default void keys_that_are_not_equal_are_different_keys() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThat(value(store.get("User"))).as("in different case").isEmpty();
        assertThat(value(store.get(" user "))).as("with blanks around it").isEmpty();
    }

    @Test
    default void keys_with_equal_hash_codes_are_different_keys() {
        KeyValueStore store = newStore();
        store.set("Aa", "Alice");

        assertThat(value(store.get("BB"))).isEmpty();
    }

    @Test
    default void set_returns_the_previous_value() {
        KeyValueStore store = newStore();

        assertThat(store.set("user", "Alice")).as("the key was absent").isEqualTo(new Success<>(Optional.empty()));
        assertThat(store.set("user", "Bob")).isEqualTo(new Success<>(Optional.of("Alice")));
    }

    @Test
    default void set_all_stores_several_entries_and_returns_how_many_keys_were_new() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThat(store.setAll(List.of(Map.entry("user", "Bob"), Map.entry("city", "Paris"), Map.entry("pet", "cat"))))
                .isEqualTo(new Success<>(2));

        assertThat(value(store.entries()))
                .containsExactlyInAnyOrder(
                        Map.entry("user", "Bob"), Map.entry("city", "Paris"), Map.entry("pet", "cat"));
        assertThat(store.setAll(List.of())).as("no entries").isEqualTo(new Success<>(0));
    }

    @Test
    default void of_two_entries_with_the_same_key_the_later_one_counts() {
        KeyValueStore store = newStore(new Limits(100, 100, 1));

        assertThat(store.setAll(List.of(Map.entry("user", "Alice"), Map.entry("user", "Bob"))))
                .isEqualTo(new Success<>(1));

        assertThat(value(store.get("user"))).hasValue("Bob");
    }

    @Test
    default void set_all_stores_nothing_if_it_cannot_store_all() {
        KeyValueStore store = newStore(new Limits(4, 5, 2));
        store.set("user", "Alice");

        assertThat(store.setAll(List.of(Map.entry("user", "Bob"), Map.entry("users", "x"))))
                .isEqualTo(new Failure<>(told(new StoreError.KeyTooLong(5, 4))));
        assertThat(store.setAll(List.of(Map.entry("user", "Bob"), Map.entry("city", "London"))))
                .isEqualTo(new Failure<>(told(new StoreError.ValueTooLong(6, 5))));
        assertThat(store.setAll(List.of(Map.entry("user", "Bob"), Map.entry("city", "Paris"), Map.entry("pet", "cat"))))
                .isEqualTo(new Failure<>(told(new StoreError.StoreFull(2))));

        assertThat(value(store.entries())).containsExactly(Map.entry("user", "Alice"));
    }

    @Test
    default void a_full_store_still_replaces_several_values() {
        KeyValueStore store = newStore(new Limits(100, 100, 2));
        store.set("user", "Alice");
        store.set("city", "Paris");

        assertThat(store.setAll(List.of(Map.entry("city", "Rome"), Map.entry("user", "Bob"))))
                .isEqualTo(new Success<>(0));

        assertThat(value(store.get("city"))).hasValue("Rome");
    }

    @Test
    default void get_returns_empty_for_an_absent_key() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThat(value(store.get("city"))).isEmpty();
    }

    @Test
    default void contains_says_whether_a_key_has_a_value() {
        KeyValueStore store = newStore();
        store.set("user", "");

        assertThat(value(store.contains("user")))
                .as("a key with a value, if an empty one")
                .isTrue();
        assertThat(value(store.contains("city"))).as("a key that was never set").isFalse();

        store.delete("user");
        assertThat(value(store.contains("user"))).as("a deleted key").isFalse();
    }

    @Test
    default void delete_returns_the_value_that_it_removes() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");

        assertThat(value(store.delete("user"))).hasValue("Alice");
        assertThat(value(store.delete("user"))).as("the key is absent now").isEmpty();
    }

    @Test
    default void a_deleted_key_can_be_set_again() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");
        store.delete("user");

        assertThat(store.set("user", "Bob")).as("the key was absent").isEqualTo(new Success<>(Optional.empty()));
        assertThat(value(store.get("user"))).hasValue("Bob");
    }

    @Test
    default void count_is_the_number_of_keys_that_have_a_value() {
        KeyValueStore store = newStore();
        assertThat(value(store.count())).as("in a new store").isZero();

        store.set("user", "Alice");
        store.set("city", "Paris");
        assertThat(value(store.count())).as("after setting two keys").isEqualTo(2);

        store.delete("user");
        assertThat(value(store.count())).as("after deleting one of them").isEqualTo(1);
    }

    @Test
    default void clear_removes_all_keys_and_returns_how_many_there_were() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");
        store.set("city", "Paris");

        assertThat(value(store.clear())).isEqualTo(2);

        assertThat(value(store.count())).isZero();
        assertThat(value(store.get("user"))).isEmpty();
        assertThat(value(store.clear())).as("there is nothing left").isZero();
    }

    @Test
    default void keys_returns_those_that_start_with_a_prefix_in_order() {
        KeyValueStore store = newStore();
        List.of("b", "ab", "", "a", "B", "aa").forEach(key -> store.set(key, "Alice"));

        assertThat(value(store.keys("a"))).containsExactly("a", "aa", "ab");
        assertThat(value(store.keys(""))).as("the empty prefix").containsExactly("", "B", "a", "aa", "ab", "b");
        assertThat(value(store.keys("c"))).isEmpty();
    }

    @Test
    default void the_list_of_keys_is_a_copy_that_nothing_changes() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");
        List<String> keys = value(store.keys(""));

        store.set("city", "Paris");
        store.delete("user");

        assertThat(keys).as("keys from before").containsExactly("user");
        assertThatThrownBy(() -> keys.add("pet")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    default void a_key_may_be_as_long_as_its_limit_and_no_longer() {
        KeyValueStore store = newStore(new Limits(4, 100, 100));

        assertThat(store.set("user", "Alice")).isEqualTo(new Success<>(Optional.empty()));
        assertThat(store.set("users", "Alice")).isEqualTo(new Failure<>(told(new StoreError.KeyTooLong(5, 4))));

        assertThat(value(store.keys(""))).containsExactly("user");
    }

    @Test
    default void a_value_may_be_as_long_as_its_limit_and_no_longer() {
        KeyValueStore store = newStore(new Limits(100, 5, 100));

        assertThat(store.set("user", "Alice")).isEqualTo(new Success<>(Optional.empty()));
        assertThat(store.set("user", "Alicia")).isEqualTo(new Failure<>(told(new StoreError.ValueTooLong(6, 5))));
        assertThat(store.set("city", "London")).isEqualTo(new Failure<>(told(new StoreError.ValueTooLong(6, 5))));

        assertThat(value(store.get("user"))).as("the value from before").hasValue("Alice");
        assertThat(value(store.contains("city"))).isFalse();
    }

    @Test
    default void lengths_are_counted_in_chars() {
        KeyValueStore store = newStore(new Limits(1, 1, 100));

        assertThat(store.set("\uD83D\uDE00", "x")).isEqualTo(new Failure<>(told(new StoreError.KeyTooLong(2, 1))));
        assertThat(store.set("x", "\uD83D\uDE00")).isEqualTo(new Failure<>(told(new StoreError.ValueTooLong(2, 1))));
    }

    @Test
    default void a_store_takes_as_many_keys_as_its_limit_and_no_more() {
        KeyValueStore store = newStore(new Limits(100, 100, 2));

        assertThat(store.set("user", "Alice")).isEqualTo(new Success<>(Optional.empty()));
        assertThat(store.set("city", "Paris")).isEqualTo(new Success<>(Optional.empty()));
        assertThat(store.set("pet", "cat")).isEqualTo(new Failure<>(told(new StoreError.StoreFull(2))));

        assertThat(value(store.keys(""))).containsExactly("city", "user");
    }

    @Test
    default void a_full_store_still_replaces_values() {
        KeyValueStore store = newStore(new Limits(100, 100, 1));
        store.set("user", "Alice");

        assertThat(store.set("user", "Bob")).isEqualTo(new Success<>(Optional.of("Alice")));

        assertThat(value(store.get("user"))).hasValue("Bob");
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

        assertThat(value(store.entries()))
                .containsExactlyInAnyOrder(
                        Map.entry("user", "Bob"), Map.entry("a key that is far too long to be packed", ""));
    }

    @Test
    default void entries_that_were_handed_out_stay_as_they_were() {
        KeyValueStore store = newStore();
        store.set("user", "Alice");
        List<Map.Entry<String, String>> entries = value(store.entries());

        store.set("user", "Bob");
        store.set("city", "Paris");

        assertThat(entries).containsExactly(Map.entry("user", "Alice"));
    }

    @Test
    default void null_is_neither_a_key_nor_a_value() {
        KeyValueStore store = newStore();

        assertThatThrownBy(() -> store.set(null, "Alice")).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.set("user", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.setAll(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.setAll(Arrays.asList(Map.entry("user", "Bob"), null)))
                .isInstanceOf(NullPointerException.class);
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
        assertThatThrownBy(() -> store.setAll(Arrays.asList(Map.entry("user", "Bob"), null)))
                .isInstanceOf(NullPointerException.class);

        assertThat(value(store.get("user"))).hasValue("Alice");
        assertThat(value(store.get("city"))).isEmpty();
        assertThat(value(store.count())).isEqualTo(1);
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

        assertThat(value(store.count())).isEqualTo(500);
        for (int i = 0; i < 1000; i += 2) {
            assertThat(value(store.get("key " + i))).as("key %s, deleted", i).isEmpty();
            assertThat(value(store.get("key " + (i + 1)))).hasValue("value " + (i + 1));
        }
    }
}
