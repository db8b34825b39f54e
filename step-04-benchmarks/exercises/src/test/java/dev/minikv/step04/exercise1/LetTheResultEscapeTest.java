package dev.minikv.step04.exercise1;

import static dev.minikv.step04.exercise1.Harness.operationsPerInvocation;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-4.1")
class LetTheResultEscapeTest {

    private final Harness harness = new Harness();

    @Test
    void one_answer_escapes() {
        assertThat(harness.escaped("hit"))
                .as("the answer itself is returned, or consumed by the Blackhole, and not both")
                .isEqualTo(List.of(Optional.of("value 0")));
    }

    @Test
    void both_answers_escape() {
        assertThat(harness.escaped("hitAndMiss"))
                .as("where there are two answers, both escape: each by itself, not in a list or an array")
                .isEqualTo(List.of(Optional.of("value 0"), Optional.empty()));
    }

    @Test
    void every_answer_of_a_loop_escapes() {
        assertThat(harness.escaped("all"))
                .as("each answer of a loop escapes: as it is and by itself, not in a list or an array")
                .isEqualTo(List.of(Optional.of("value 0"), Optional.empty(), Optional.of("value 2"), Optional.empty()));
    }

    @Test
    void each_key_is_asked_for_once() {
        harness.escaped("hit");
        harness.escaped("hit");
        harness.escaped("hitAndMiss");
        harness.escaped("all");

        assertThat(harness.asked())
                .as("each call asks the store anew, once for each key, with the keys that Filled has")
                .isEqualTo(
                        List.of("user:0", "user:2", "user:0", "nobody:0", "user:0", "nobody:0", "user:2", "nobody:2"));
    }

    @Test
    void nothing_is_printed() {
        assertThat(harness.printed("hit") + harness.printed("hitAndMiss") + harness.printed("all"))
                .as("printing is measured too, and takes far longer than a look-up")
                .isEqualTo("");
    }

    @Test
    void the_time_is_divided_as_before() {
        assertThat(List.of(
                        operationsPerInvocation("hit"),
                        operationsPerInvocation("hitAndMiss"),
                        operationsPerInvocation("all")))
                .as("@OperationsPerInvocation stays: the methods ask for as many keys as before")
                .isEqualTo(List.of(1, 2, 2_000));
    }

    @Test
    void any_answer_escapes() {
        harness.set("user:0", "Alice");
        harness.set("nobody:0", "Bob");

        assertThat(List.of(harness.escaped("hit"), harness.escaped("hit"), harness.escaped("hitAndMiss")))
                .as("what escapes is what the store has answered, and here it has something under nobody:0")
                .isEqualTo(List.of(
                        List.of(Optional.of("Alice")),
                        List.of(Optional.of("value 2")),
                        List.of(Optional.of("Alice"), Optional.of("Bob"))));
    }

    @Test
    void any_answer_of_a_loop_escapes() {
        harness.set("user:0", "Alice");
        harness.set("nobody:2", "Bob");

        assertThat(harness.escaped("all"))
                .as("what escapes is what the store has answered, and here it has something under nobody:2")
                .isEqualTo(List.of(Optional.of("Alice"), Optional.empty(), Optional.of("value 2"), Optional.of("Bob")));
    }
}
