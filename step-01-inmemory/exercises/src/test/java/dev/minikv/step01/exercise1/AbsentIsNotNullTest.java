package dev.minikv.step01.exercise1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.1")
class AbsentIsNotNullTest {

    private final OptionalStore store = new OptionalStore();

    @Test
    void a_key_that_was_never_set_is_absent() {
        assertThat(store.get("name")).as("absence is an empty Optional").isEqualTo(Optional.empty());
    }

    @Test
    void the_last_value_stays() {
        store.set("name", "Alice");
        store.set("name", "Bob");

        assertThat(Arrays.asList(store.get("name"), store.get("name")))
                .as("get returns the value that was set last, however often it is called")
                .isEqualTo(List.of(Optional.of("Bob"), Optional.of("Bob")));
    }

    @Test
    void set_returns_what_it_replaced() {
        store.set("name", "Alice");

        assertThat(Arrays.asList(store.set("name", "Bob"), store.set("name", "Bob"), store.set("name", "Carol")))
                .as("set returns the previous value, even if it is the same as the new one")
                .isEqualTo(List.of(Optional.of("Alice"), Optional.of("Bob"), Optional.of("Bob")));
    }

    @Test
    void a_new_key_replaces_nothing() {
        store.set("name", "Alice");

        assertThat(store.set("city", "Rome"))
                .as("for a new key, set returns an empty Optional")
                .isEqualTo(Optional.empty());
    }

    @Test
    void delete_returns_what_it_removed() {
        store.set("name", "Alice");
        store.set("city", "Rome");

        assertThat(Arrays.asList(store.delete("name"), store.delete("city")))
                .as("delete returns the value that was there")
                .isEqualTo(List.of(Optional.of("Alice"), Optional.of("Rome")));
    }

    @Test
    void a_deleted_key_is_absent() {
        store.set("name", "Alice");
        store.delete("name");

        assertThat(Arrays.asList(store.get("name"), store.set("name", "Bob"), store.get("name")))
                .as("a deleted key is as absent as one that was never set")
                .isEqualTo(List.of(Optional.empty(), Optional.empty(), Optional.of("Bob")));
    }

    @Test
    void deleting_an_absent_key_removes_nothing() {
        store.set("name", "Alice");
        store.set("city", "Rome");
        store.delete("city");

        assertThat(Arrays.asList(store.delete("town"), store.delete("city"), store.get("name")))
                .as("if there was no value, delete returns an empty Optional")
                .isEqualTo(List.of(Optional.empty(), Optional.empty(), Optional.of("Alice")));
    }

    @Test
    void an_empty_value_is_a_value() {
        store.set("note", "");

        assertThat(Arrays.asList(store.get("note"), store.set("note", ""), store.delete("note")))
                .as("only a missing key is absent: get, set and delete return an empty value, too")
                .isEqualTo(List.of(Optional.of(""), Optional.of(""), Optional.of("")));
    }

    @Test
    void any_key_and_any_value_will_do() {
        store.set("Aa", " ");
        store.set("BB", "null");
        store.set("", "\t");

        assertThat(Arrays.asList(
                        store.get("Aa"), store.set("Aa", "Po"), store.delete("BB"), store.get(""), store.delete("")))
                .as("the three methods return what was stored, whatever the key and the value are")
                .isEqualTo(List.of(
                        Optional.of(" "), Optional.of(" "), Optional.of("null"), Optional.of("\t"), Optional.of("\t")));
    }

    @Test
    void a_key_that_resembles_another_is_absent() {
        store.set("Aa", "first");
        new OptionalStore().set("city", "Rome");

        assertThat(Arrays.asList(store.get("BB"), store.set("aa", "second"), store.delete("AA"), store.get("city")))
                .as("no value comes from another key, or from another store")
                .isEqualTo(List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
