package dev.minikv.step01.exercise4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.4")
class SnapshotsNotWindowsTest {

    private final ListingStore store = new ListingStore();

    @Test
    void two_stores_have_nothing_in_common() {
        store.set("fig", "sweet");
        listing(store);
        var other = new ListingStore();
        other.set("pear", "ripe");

        assertThat(listing(other))
                .as("a store lists only what was set in it")
                .isEqualTo(List.of(List.of("pear"), List.of(Map.entry("pear", "ripe"))));
    }

    @Test
    void keys_come_sorted() {
        store.set("pear", "ripe");
        store.set("Quince", "hard");
        store.set("fig", "sweet");

        assertThat(store.keys())
                .as("keys are in the order of String.compareTo, capitals first")
                .isEqualTo(List.of("Quince", "fig", "pear"));
    }

    @Test
    void entries_come_sorted() {
        store.set("pear", "ripe");
        store.set("Quince", "hard");
        store.set("fig", "");

        assertThat(store.entries())
                .as("entries are in the order of their keys, capitals first, each with its value")
                .isEqualTo(List.of(Map.entry("Quince", "hard"), Map.entry("fig", ""), Map.entry("pear", "ripe")));
    }

    @Test
    void any_key_is_listed_once() {
        store.set("delta", "4");
        store.set("alpha", "1");
        store.set("delta", "5");
        store.set("alpha", "1");

        assertThat(store.keys())
                .as("each key is listed once and in order, whatever the keys are")
                .isEqualTo(List.of("alpha", "delta"));
    }

    @Test
    void any_key_is_in_its_place() {
        setAll("b", "aa", "9", "😀", "", "aB", "_", "ﬁ", "10", "é", "a", " ", "B");

        assertThat(List.of(store.keys(), keysOf(store.entries())))
                .as("both lists are in the order of String.compareTo, in which 10 comes before 9")
                .isEqualTo(List.of(
                        List.of("", " ", "10", "9", "B", "_", "a", "aB", "aa", "b", "é", "😀", "ﬁ"),
                        List.of("", " ", "10", "9", "B", "_", "a", "aB", "aa", "b", "é", "😀", "ﬁ")));
    }

    @Test
    void a_new_value_shows_in_the_next_call() {
        store.set("fig", "sweet");
        listing(store);
        store.set("fig", "rotten");

        assertThat(store.entries())
                .as("entries() returns the values that are there when it is called")
                .isEqualTo(List.of(Map.entry("fig", "rotten")));
    }

    @Test
    void another_key_shows_in_the_next_call() {
        store.set("fig", "sweet");
        listing(store);
        store.delete("fig");
        store.set("pear", "ripe");

        assertThat(listing(store))
                .as("keys() and entries() return the keys that are there when they are called")
                .isEqualTo(List.of(List.of("pear"), List.of(Map.entry("pear", "ripe"))));
    }

    @Test
    void a_deleted_key_is_missing_in_the_next_call() {
        store.set("fig", "sweet");
        listing(store);
        store.delete("fig");

        assertThat(listing(store))
                .as("a store from which everything was deleted lists nothing")
                .isEqualTo(List.of(List.of(), List.of()));
    }

    @Test
    void keys_taken_earlier_stay_as_they_were() {
        store.set("fig", "sweet");
        List<String> before = store.keys();
        store.set("pear", "ripe");
        store.delete("fig");
        store.keys();

        assertThat(before)
                .as("a list that was handed out stays as it was, whatever happens later")
                .isEqualTo(List.of("fig"));
    }

    @Test
    void entries_taken_earlier_stay_as_they_were() {
        store.set("fig", "sweet");
        List<Map.Entry<String, String>> before = store.entries();
        store.set("pear", "ripe");
        store.delete("fig");
        store.entries();

        assertThat(before)
                .as("a list that was handed out stays as it was, whatever happens later")
                .isEqualTo(List.of(Map.entry("fig", "sweet")));
    }

    @Test
    void an_entry_taken_earlier_stays_as_it_was() {
        store.set("fig", "sweet");
        List<Map.Entry<String, String>> before = store.entries();
        store.set("fig", "rotten");
        store.entries();

        assertThat(before)
                .as("a list that was handed out stays as it was, and so does each entry in it")
                .isEqualTo(List.of(Map.entry("fig", "sweet")));
    }

    @Test
    void what_a_caller_does_to_a_list_stays_with_the_caller() {
        store.set("fig", "sweet");
        attempt(() -> store.entries().getFirst().setValue("bitter"));
        attempt(() -> store.entries().clear());
        attempt(() -> store.keys().clear());

        assertThat(listing(store))
                .as("whether or not a caller can change its list, the store stays unchanged")
                .isEqualTo(List.of(List.of("fig"), List.of(Map.entry("fig", "sweet"))));
    }

    /// Returns everything that a store lists.
    private static List<List<?>> listing(ListingStore store) {
        return List.of(store.keys(), store.entries());
    }

    private static List<String> keysOf(List<Map.Entry<String, String>> entries) {
        return entries.stream().map(Map.Entry::getKey).toList();
    }

    /// Sets each of these keys to the same value.
    private void setAll(String... keys) {
        Stream.of(keys).forEach(key -> store.set(key, "here"));
    }

    /// Tries a change that a list may reject.
    private static void attempt(Runnable change) {
        try {
            change.run();
        } catch (UnsupportedOperationException rejected) {
            // fine: the store only must not change
        }
    }
}
