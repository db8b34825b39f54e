package dev.minikv.step04.exercise1;

import static dev.minikv.step04.exercise1.Harness.escaped;
import static dev.minikv.step04.exercise1.Harness.printed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-4.1")
class LetTheResultEscapeTest {

    private final RecordingStore store = new RecordingStore();
    private final Filled filled = new Filled(store, 4);

    @BeforeEach
    void fill() {
        filled.fill();
    }

    @Test
    void one_answer_escapes() {
        assertThat(escaped("hit", filled))
                .as("what is measured is returned, or consumed by the Blackhole, as it is")
                .isEqualTo(List.of(Optional.of("value 0")));
    }

    @Test
    void both_answers_escape() {
        assertThat(escaped("hitAndMiss", filled))
                .as("where there are two answers, both escape")
                .isEqualTo(List.of(Optional.of("value 0"), Optional.empty()));
    }

    @Test
    void every_answer_of_a_loop_escapes() {
        assertThat(escaped("all", filled))
                .as("each answer of a loop escapes as it is, and by itself")
                .isEqualTo(List.of(Optional.of("value 0"), Optional.empty(), Optional.of("value 2"), Optional.empty()));
    }

    @Test
    void each_key_is_asked_for_once() {
        escaped("hit", filled);
        escaped("hitAndMiss", filled);
        escaped("all", filled);

        assertThat(store.asked())
                .as("the answer that escapes is the one that was measured, and there is no other")
                .isEqualTo(List.of("user:0", "user:2", "nobody:0", "user:0", "nobody:0", "user:2", "nobody:2"));
    }

    @Test
    void nothing_is_printed() {
        assertThat(printed("hit", filled) + printed("hitAndMiss", filled) + printed("all", filled))
                .as("printing is measured too, and takes far longer than a look-up")
                .isEqualTo("");
    }

    @Test
    void any_answer_escapes() {
        store.set("user:0", "Alice");
        store.set("user:2", "Bob");

        assertThat(List.of(escaped("hit", filled), escaped("hitAndMiss", filled)))
                .as("what escapes is what the store has answered, not only in the examples")
                .isEqualTo(List.of(List.of(Optional.of("Alice")), List.of(Optional.of("Bob"), Optional.empty())));
    }
}
