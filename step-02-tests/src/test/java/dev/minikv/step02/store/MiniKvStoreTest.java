package dev.minikv.step02.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Example tests: each shows what an operation does in one small case.
///
/// Every name is a sentence that is true of the store, and every case is so small that you can work
/// out the answer in your head. Read from top to bottom, the names describe the store. Its keys and
/// values are ordinary ones; for the edge cases, see [BoundaryTest].
class MiniKvStoreTest {

    private final MiniKvStore store = new MiniKvStore();

    @Nested
    class Setting {

        @Test
        void a_new_key_had_no_value_before() {
            assertThat(store.set("user", "Alice")).isEmpty();
        }

        @Test
        void setting_a_key_again_replaces_its_value() {
            store.set("user", "Alice");

            store.set("user", "Bob");

            assertThat(store.get("user")).hasValue("Bob");
        }

        @Test
        void setting_a_key_again_returns_the_value_that_it_replaces() {
            store.set("user", "Alice");

            assertThat(store.set("user", "Bob")).hasValue("Alice");
        }
    }

    @Nested
    class Getting {

        @Test
        void a_key_that_was_never_set_is_absent() {
            assertThat(store.get("user")).isEmpty();
        }

        @Test
        void getting_an_absent_key_does_not_add_it() {
            store.get("user");

            assertThat(store.count()).isZero();
        }

        @Test
        void every_key_has_its_own_value() {
            store.set("user", "Alice");
            store.set("city", "Paris");

            assertThat(store.get("user")).hasValue("Alice");
            assertThat(store.get("city")).hasValue("Paris");
        }
    }

    @Nested
    class Deleting {

        @Test
        void deleting_returns_the_value_that_was_there() {
            store.set("user", "Alice");

            assertThat(store.delete("user")).hasValue("Alice");
        }

        @Test
        void a_deleted_key_is_absent() {
            store.set("user", "Alice");

            store.delete("user");

            assertThat(store.get("user")).isEmpty();
        }

        @Test
        void deleting_an_absent_key_finds_nothing_and_changes_nothing() {
            store.set("user", "Alice");

            assertThat(store.delete("city")).isEmpty();
            assertThat(store.count()).isEqualTo(1);
        }

        @Test
        void the_other_keys_keep_their_values() {
            store.set("user", "Alice");
            store.set("city", "Paris");

            store.delete("city");

            assertThat(store.get("user")).hasValue("Alice");
        }
    }

    @Nested
    class Counting {

        @Test
        void a_new_store_has_no_keys() {
            assertThat(store.count()).isZero();
        }

        @Test
        void a_key_counts_once_however_often_it_is_set() {
            store.set("user", "Alice");
            store.set("user", "Bob");
            store.set("city", "Paris");

            assertThat(store.count()).isEqualTo(2);
        }

        @Test
        void a_deleted_key_no_longer_counts() {
            store.set("user", "Alice");
            store.set("city", "Paris");

            store.delete("user");

            assertThat(store.count()).isEqualTo(1);
        }
    }
}
