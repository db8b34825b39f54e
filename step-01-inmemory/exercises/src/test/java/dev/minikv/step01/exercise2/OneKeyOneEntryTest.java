package dev.minikv.step01.exercise2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.2")
class OneKeyOneEntryTest {

    private final BucketStore store = new BucketStore();

    @Test
    void a_new_key_adds_an_entry() {
        store.set("user", "Alice");
        store.set("note", "");
        store.set("", "nobody");

        assertThat(entries())
                .as("every new key gets an entry, and any value can be stored")
                .isEqualTo(List.of("=nobody", "note=", "user=Alice"));
    }

    @Test
    void deleting_an_absent_key_changes_nothing() {
        store.delete("user");
        store.set("Aa", "first");
        store.delete("BB");

        assertThat(List.of(store.count(), entries()))
                .as("delete changes the entries and the count only if the key is present")
                .isEqualTo(List.of(1, List.of("Aa=first")));
    }

    @Test
    void a_new_key_counts() {
        store.set("user", "Alice");
        store.set("Aa", "first");
        store.set("BB", "second");

        assertThat(store.count())
                .as("a new key makes the count go up by one, even in a bucket that is in use")
                .isEqualTo(3);
    }

    @Test
    void the_last_value_wins() {
        store.set("user", "Alice");
        store.set("user", "Bob");
        store.set("note", "something");
        store.set("note", "");

        assertThat(List.of(store.get("user"), store.get("note")))
                .as("set replaces the previous value, whatever the new one is")
                .isEqualTo(List.of(Optional.of("Bob"), Optional.of("")));
    }

    @Test
    void a_key_has_one_entry() {
        store.set("user", "Alice");
        store.set("user", "Bob");
        store.set("user", "Bob");

        assertThat(store.toString())
                .as("a key has one entry, however often it is set")
                .isEqualTo("{user=Bob}");
    }

    @Test
    void keys_that_share_a_bucket_have_an_entry_each() {
        store.set("Aa", "same");
        store.set("BB", "same");
        store.set("aa", "same");
        store.set("BB", "same");

        assertThat(entries())
                .as("another key is another entry, even in the same bucket and with the same value")
                .isEqualTo(List.of("Aa=same", "BB=same", "aa=same"));
    }

    @Test
    void overwriting_keeps_the_count() {
        store.set("user", "Alice");
        store.set("city", "Rome");
        store.set("user", "Bob");
        store.set("user", "Bob");

        assertThat(store.count())
                .as("a key counts once, however often it is set")
                .isEqualTo(2);
    }

    @Test
    void a_deleted_key_is_gone() {
        store.set("user", "Alice");
        store.set("user", "Bob");
        store.set("note", "");
        store.delete("user");
        store.delete("note");

        assertThat(List.of(store.get("user"), store.get("note")))
                .as("a deleted key is absent: it has no value, neither an old one nor an empty one")
                .isEqualTo(List.of(Optional.empty(), Optional.empty()));
    }

    @Test
    void keys_that_share_a_bucket_leave_one_by_one() {
        store.set("Aa", "same");
        store.set("BB", "same");
        store.set("bb", "same");
        store.set("", "same");
        store.set(" ", "same");
        store.delete("BB");
        store.delete("");

        assertThat(List.of(entries(), store.get("BB")))
                .as("delete removes the entry of its key, and no other one in the bucket")
                .isEqualTo(List.of(List.of(" =same", "Aa=same", "bb=same"), Optional.empty()));
    }

    @Test
    void a_deleted_key_no_longer_counts() {
        store.set("Aa", "first");
        store.set("BB", "second");
        store.set("user", "Alice");
        store.delete("Aa");
        store.delete("user");

        assertThat(store.count())
                .as("the count is the number of keys that have a value")
                .isEqualTo(1);
    }

    @Test
    void a_deleted_key_can_come_back() {
        store.set("user", "Alice");
        store.delete("user");
        store.delete("user");
        store.set("user", "Bob");

        assertThat(List.of(store.count(), entries()))
                .as("a key that is set after it was deleted is a new key")
                .isEqualTo(List.of(1, List.of("user=Bob")));
    }

    @Test
    void many_keys_count_once_each() {
        setAll("abcdefghijklmnopqrstuvwxyz", "first");
        setAll("ceiou", "second");
        store.delete("x");

        assertThat(List.of(store.count(), entries().size(), store.get("a"), store.get("e"), store.get("x")))
                .as("the store holds any keys, and more of them than it has buckets")
                .isEqualTo(List.of(25, 25, Optional.of("first"), Optional.of("second"), Optional.empty()));
    }

    /// Returns the entries that toString shows, sorted, since a bucket may keep them in any order.
    private List<String> entries() {
        String listed = store.toString();
        return Stream.of(listed.substring(1, listed.length() - 1).split(", "))
                .sorted()
                .toList();
    }

    /// Sets each of these letters, as a key of its own.
    private void setAll(String letters, String value) {
        letters.chars().mapToObj(Character::toString).forEach(letter -> store.set(letter, value));
    }
}
