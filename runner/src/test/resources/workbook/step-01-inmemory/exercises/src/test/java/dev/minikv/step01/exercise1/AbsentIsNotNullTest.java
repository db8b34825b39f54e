package dev.minikv.step01.exercise1;

import static org.assertj.core.api.Assertions.assertThat;

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
    void an_empty_value_is_a_value() {
        store.set("note", "");

        assertThat(store.get("note")).as("only a missing key is absent").isEqualTo(Optional.of(""));
    }

    @Test
    void set_returns_what_it_replaced() {
        store.set("name", "Alice");

        assertThat(store.set("name", "Bob"))
                .as("set answers with the previous value")
                .isEqualTo(Optional.of("Alice"));
    }

    @Test
    void delete_returns_what_it_removed() {
        store.set("name", "Alice");

        assertThat(store.delete("name"))
                .as("delete answers with the value that was there")
                .isEqualTo(Optional.of("Alice"));
    }

    @Test
    void answers_come_from_what_was_stored() {
        store.set("planet", "Mars");
        store.set("river", "Po");

        assertThat(List.of(store.set("planet", "Venus"), store.delete("river")))
                .as("any key and any value will do, not only those of the examples")
                .isEqualTo(List.of(Optional.of("Mars"), Optional.of("Po")));
    }
}
