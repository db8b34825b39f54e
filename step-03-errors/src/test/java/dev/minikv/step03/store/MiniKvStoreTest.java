package dev.minikv.step03.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Example tests: each shows what an operation does in one small case.
///
/// Every name is a sentence that is true of the store, and every case is so small that you can work
/// out the answer in your head. Read from top to bottom, the names describe the store. Its keys and
/// values are ordinary ones; for the edge cases, see [BoundaryTest].
class MiniKvStoreTest {

    private final MiniKvStore store = new MiniKvStore(Limits.DEFAULT);

    @Nested
    class Setting {

        @Test
        void a_new_key_had_no_value_before() {
            assertThat(store.set("user", "Alice")).isEqualTo(new Success<>(Optional.empty()));
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

            assertThat(store.set("user", "Bob")).isEqualTo(new Success<>(Optional.of("Alice")));
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
    class Refusing {

        private final MiniKvStore small = new MiniKvStore(new Limits(4, 5, 2));

        @Test
        void a_key_that_is_too_long_is_refused() {
            assertThat(small.set("users", "Alice")).isEqualTo(new Failure<>(new StoreError.KeyTooLong(5, 4)));
        }

        @Test
        void a_value_that_is_too_long_is_refused() {
            assertThat(small.set("user", "Charlie")).isEqualTo(new Failure<>(new StoreError.ValueTooLong(7, 5)));
        }

        @Test
        void a_key_too_many_is_refused() {
            small.set("user", "Alice");
            small.set("city", "Paris");

            assertThat(small.set("pet", "cat")).isEqualTo(new Failure<>(new StoreError.StoreFull(2)));
        }

        @Test
        void a_full_store_still_replaces_a_value() {
            small.set("user", "Alice");
            small.set("city", "Paris");

            assertThat(small.set("user", "Bob")).isEqualTo(new Success<>(Optional.of("Alice")));
        }

        @Test
        void what_is_refused_changes_nothing() {
            small.set("user", "Alice");

            small.set("user", "Charlie");

            assertThat(small.get("user")).hasValue("Alice");
        }
    }

    @Nested
    class Containing {

        @Test
        void a_key_with_a_value_is_contained() {
            store.set("user", "Alice");

            assertThat(store.contains("user")).isTrue();
        }

        @Test
        void a_key_without_a_value_is_not_contained() {
            store.set("user", "Alice");

            assertThat(store.contains("city")).isFalse();
        }
    }

    @Nested
    class Clearing {

        @Test
        void clearing_removes_every_key() {
            store.set("user", "Alice");
            store.set("city", "Paris");

            store.clear();

            assertThat(store.count()).isZero();
        }

        @Test
        void clearing_returns_how_many_keys_there_were() {
            store.set("user", "Alice");
            store.set("city", "Paris");

            assertThat(store.clear()).isEqualTo(2);
        }
    }

    @Nested
    class Listing {

        @Test
        void keys_come_in_order() {
            store.set("user", "Alice");
            store.set("city", "Paris");

            assertThat(store.keys("")).containsExactly("city", "user");
        }

        @Test
        void a_prefix_leaves_out_the_keys_that_do_not_start_with_it() {
            store.set("user", "Alice");
            store.set("city", "Paris");
            store.set("superuser", "Bob");

            assertThat(store.keys("us")).containsExactly("user");
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
