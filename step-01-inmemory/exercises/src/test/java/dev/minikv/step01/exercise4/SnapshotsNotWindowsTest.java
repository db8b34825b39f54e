package dev.minikv.step01.exercise4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.4")
class SnapshotsNotWindowsTest {

    private final ListingStore store = new ListingStore();

    @Test
    void a_new_store_is_empty() {
        store.set("fig", "sweet");

        assertThat(new ListingStore().keys())
                .as("two stores have nothing in common")
                .isEqualTo(List.of());
    }

    @Test
    void keys_come_sorted() {
        store.set("pear", "ripe");
        store.set("Quince", "hard");
        store.set("fig", "sweet");

        assertThat(store.keys())
                .as("keys come in the order of String.compareTo, capitals first")
                .isEqualTo(List.of("Quince", "fig", "pear"));
    }

    @Test
    void entries_come_sorted() {
        store.set("pear", "ripe");
        store.set("Quince", "hard");
        store.set("fig", "sweet");

        assertThat(store.entries())
                .as("entries come in the order of their keys, capitals first")
                .isEqualTo(List.of(Map.entry("Quince", "hard"), Map.entry("fig", "sweet"), Map.entry("pear", "ripe")));
    }

    @Test
    void each_call_tells_how_things_are_now() {
        store.set("fig", "sweet");
        store.keys();
        store.entries();
        store.delete("fig");

        assertThat(List.of(store.keys(), store.entries()))
                .as("keys() and entries() answer with what is there when they are called")
                .isEqualTo(List.of(List.of(), List.of()));
    }

    @Test
    void keys_taken_earlier_stay_as_they_were() {
        store.set("fig", "sweet");
        List<String> before = store.keys();
        store.set("pear", "ripe");
        store.keys();

        assertThat(before)
                .as("a list that was handed out stays as it is, whatever comes later")
                .isEqualTo(List.of("fig"));
    }

    @Test
    void entries_taken_earlier_stay_as_they_were() {
        store.set("fig", "sweet");
        List<Map.Entry<String, String>> before = store.entries();
        store.set("fig", "rotten");
        store.entries();

        assertThat(before)
                .as("what was handed out stays as it is: the list, and each entry in it")
                .isEqualTo(List.of(Map.entry("fig", "sweet")));
    }

    @Test
    void any_key_is_listed_once() {
        store.set("delta", "4");
        store.set("alpha", "1");
        store.set("delta", "5");

        assertThat(store.keys())
                .as("each key comes once and in its place, whatever the keys are")
                .isEqualTo(List.of("alpha", "delta"));
    }
}
