package dev.minikv.step04.exercise1;

import static dev.minikv.step04.exercise1.Harness.operationsPerInvocation;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-4.1")
class LetTheResultEscapeTest {

    private static Printed printed;

    private final Harness harness = new Harness(6);

    @BeforeAll
    static void note_what_is_printed() {
        printed = new Printed();
    }

    @AfterAll
    static void print_as_before() {
        printed.close();
    }

    @Test
    void hit_asks_for_the_next_key() {
        assertThat(List.of(harness.asked("hit"), harness.asked("hit"), harness.asked("hit"), harness.asked("hit")))
                .as("each call asks the store once, for the next key that is present, with the String that Filled has")
                .isEqualTo(List.of(List.of("user:0"), List.of("user:2"), List.of("user:4"), List.of("user:0")));
    }

    @Test
    void hit_and_miss_ask_for_the_next_two() {
        assertThat(List.of(
                        harness.asked("hitAndMiss"), harness.asked("hitAndMiss"),
                        harness.asked("hitAndMiss"), harness.asked("hitAndMiss")))
                .as("each call asks the store twice, with the Strings that Filled has: first present, then absent")
                .isEqualTo(List.of(
                        List.of("user:0", "nobody:0"), List.of("user:2", "nobody:2"),
                        List.of("user:4", "nobody:4"), List.of("user:0", "nobody:0")));
    }

    @Test
    void all_keys_are_asked_for_in_turn() {
        assertThat(List.of(harness.asked("all"), harness.asked("all")))
                .as("each call asks the store once for each key, with the Strings that Filled has")
                .isEqualTo(Collections.nCopies(
                        2, List.of("user:0", "nobody:0", "user:2", "nobody:2", "user:4", "nobody:4")));
    }

    @Test
    void one_answer_escapes() {
        assertThat(harness.escaped("hit"))
                .as("the answer itself is returned, or consumed by the Blackhole, but not both")
                .isEqualTo(List.of(Optional.of("value 0")));
    }

    @Test
    void both_answers_escape() {
        assertThat(harness.escaped("hitAndMiss"))
                .as("if there are two answers, both escape: each by itself, not in a list or an array")
                .isEqualTo(List.of(Optional.of("value 0"), Optional.empty()));
    }

    @Test
    void every_answer_of_a_loop_escapes() {
        assertThat(new Harness(4).escaped("all"))
                .as("each answer of a loop escapes: unchanged and by itself, not in a list or an array")
                .isEqualTo(List.of(Optional.of("value 0"), Optional.empty(), Optional.of("value 2"), Optional.empty()));
    }

    @Test
    void a_loop_may_be_long_or_short() {
        assertThat(List.of(
                        new Harness(2).escaped("all").size(),
                        new Harness(Filled.KEYS).escaped("all").size()))
                .as("one answer escapes for each key")
                .isEqualTo(List.of(2, 2_000));
    }

    @Test
    void any_answer_escapes() {
        harness.set("user:0", "Alice");
        harness.set("nobody:0", "Bob");
        harness.delete("user:2");
        harness.delete("user:4");

        assertThat(List.of(
                        harness.escaped("hitAndMiss"), harness.escaped("hit"),
                        harness.escaped("hitAndMiss"), harness.escaped("hit")))
                .as("the store's own answers escape: here it has nobody:0, but neither user:2 nor user:4")
                .isEqualTo(List.of(
                        List.of(Optional.of("Alice"), Optional.of("Bob")),
                        List.of(Optional.empty()),
                        List.of(Optional.empty(), Optional.empty()),
                        List.of(Optional.of("Alice"))));
    }

    @Test
    void any_answer_of_a_loop_escapes() {
        harness.escaped("all");
        harness.set("user:0", "");
        harness.set("nobody:2", "Bob");
        harness.delete("user:4");

        assertThat(harness.escaped("all"))
                .as("the store's own answers escape: here it has nobody:2, but not user:4")
                .isEqualTo(List.of(
                        Optional.of(""),
                        Optional.empty(),
                        Optional.of("value 2"),
                        Optional.of("Bob"),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void nothing_is_printed() {
        harness.escaped("hit");
        harness.escaped("hitAndMiss");
        harness.escaped("all");

        assertThat(printed.text())
                .as("printing and logging are measured too, and take far longer than a look-up")
                .isEqualTo("");
    }

    @Test
    void the_time_is_divided_as_before() {
        assertThat(List.of(
                        operationsPerInvocation("hit"),
                        operationsPerInvocation("hitAndMiss"),
                        operationsPerInvocation("all")))
                .as("@OperationsPerInvocation stays unchanged: the methods ask for as many keys as before")
                .isEqualTo(List.of(1, 2, 2_000));
    }
}
