package dev.minikv.step01.exercise2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.2")
class OneKeyOneEntryTest {

    private final BucketStore store = new BucketStore();

    @Test
    void the_last_value_wins() {
        store.set("user", "Alice");
        store.set("user", "Bob");

        assertThat(store.get("user"))
                .as("set replaces the value that was there")
                .isEqualTo(Optional.of("Bob"));
    }

    @Test
    void a_key_has_one_entry() {
        store.set("user", "Alice");
        store.set("user", "Bob");

        assertThat(store.toString())
                .as("a key has one entry, however often it is set")
                .isEqualTo("{user=Bob}");
    }

    @Test
    void deleting_an_absent_key_changes_nothing() {
        store.set("user", "Alice");
        store.delete("nobody");

        assertThat(store.count())
                .as("only a key that was there leaves the count")
                .isEqualTo(1);
    }

    @Test
    void overwriting_keeps_the_count() {
        store.set("user", "Alice");
        store.set("user", "Bob");

        assertThat(store.count())
                .as("a key counts once, however often it is set")
                .isEqualTo(1);
    }

    @Test
    void a_deleted_key_is_gone() {
        store.set("user", "Alice");
        store.set("user", "Bob");
        store.delete("user");

        assertThat(store.get("user"))
                .as("a deleted key is absent: it has no value, neither an old one nor an empty one")
                .isEqualTo(Optional.empty());
    }

    @Test
    void a_deleted_key_no_longer_counts() {
        store.set("user", "Alice");
        store.delete("user");

        assertThat(store.count())
                .as("the count is the number of keys that have a value")
                .isEqualTo(0);
    }

    @Test
    void keys_that_share_a_bucket_have_an_entry_each() {
        store.set("Aa", "first");
        store.set("BB", "second");

        assertThat(store.get("Aa"))
                .as("another key is another entry, also in the same bucket")
                .isEqualTo(Optional.of("first"));
    }

    @Test
    void any_key_counts_once() {
        store.set("river", "Po");
        store.set("planet", "Mars");
        store.set("river", "Nile");

        assertThat(store.count())
                .as("every key that has a value counts, not only those of the examples")
                .isEqualTo(2);
    }
}
