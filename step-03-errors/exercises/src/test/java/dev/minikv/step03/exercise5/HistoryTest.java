package dev.minikv.step03.exercise5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step03.exercise5.History.NoSuchLine;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.5")
class HistoryTest {

    private final History history = new History(10);

    @Test
    void two_marks_stand_for_the_last_line() {
        history.enter("get a");
        history.enter("get b");

        assertThat(history.enter("!!"))
                .as("!! is answered with the line that was entered last")
                .isEqualTo(new Success<>("get b"));
    }

    @Test
    void a_number_stands_for_the_line_that_has_it() {
        history.enter("get a");
        history.enter("get b");
        history.enter("get c");

        assertThat(history.enter("!2"))
                .as("the first line has number 1, the next one number 2")
                .isEqualTo(new Success<>("get b"));
    }

    @Test
    void what_a_reference_stood_for_is_remembered() {
        history.enter("get a");
        history.enter("!!");
        history.enter("!1");

        assertThat(history.listing())
                .as("the history holds the lines that were executed, and no references")
                .isEqualTo(List.of("1 get a", "2 get a", "3 get a"));
    }

    @Test
    void a_number_stays_when_old_lines_are_dropped() {
        var small = new History(2);
        small.enter("get a");
        small.enter("get b");
        small.enter("get c");

        assertThat(small.listing())
                .as("at most two lines are kept here, and each keeps the number it was given")
                .isEqualTo(List.of("2 get b", "3 get c"));
    }

    @Test
    void a_number_finds_the_same_line_when_old_ones_are_dropped() {
        var small = new History(2);
        small.enter("get a");
        small.enter("get b");
        small.enter("get c");

        assertThat(List.of(small.enter("!2"), small.listing()))
                .as("line 2 is found while it is kept, and is dropped only for what it stood for")
                .isEqualTo(List.of(new Success<>("get b"), List.of("3 get c", "4 get b")));
    }

    @Test
    void a_line_that_was_never_there_is_a_failure() {
        assertThat(List.of(history.enter("!!"), history.enter("!1")))
                .as("where there is no such line, the reference comes back in a Failure")
                .isEqualTo(List.of(failure("!!"), failure("!1")));
    }

    @Test
    void a_line_that_was_dropped_is_a_failure() {
        var small = new History(2);
        small.enter("get a");
        small.enter("get b");
        small.enter("get c");

        assertThat(small.enter("!1"))
                .as("the number of a line that was dropped stands for no other line")
                .isEqualTo(failure("!1"));
    }

    @Test
    void a_number_that_no_line_can_have_is_a_failure() {
        history.enter("get a");

        assertThat(List.of(history.enter("!0"), history.enter("!99999999999")))
                .as("any number is looked for, however small or large")
                .isEqualTo(List.of(failure("!0"), failure("!99999999999")));
    }

    @Test
    void what_failed_is_not_remembered() {
        history.enter("get a");
        history.enter("!7");
        history.enter("get b");

        assertThat(history.listing())
                .as("a reference that stands for nothing is not remembered, and takes no number")
                .isEqualTo(List.of("1 get a", "2 get b"));
    }

    @Test
    void a_blank_line_is_not_remembered() {
        history.enter("get a");
        history.enter("");
        history.enter("get b");

        assertThat(List.of(history.enter("  "), history.listing()))
                .as("a blank line is answered with itself, is not remembered, and takes no number")
                .isEqualTo(List.of(new Success<>("  "), List.of("1 get a", "2 get b")));
    }

    @Test
    void every_other_line_stands_for_itself() {
        history.enter("get a");

        assertThat(List.of(history.enter("set a wow!!"), history.enter("!1 b"), history.enter("!")))
                .as("only a line that is nothing but a reference is one")
                .isEqualTo(List.of(new Success<>("set a wow!!"), new Success<>("!1 b"), new Success<>("!")));
    }

    @Test
    void any_lines_will_do() {
        var small = new History(2);
        small.enter("count");
        small.enter("delete moon");
        small.enter("keys planet:");
        small.enter("!2");

        assertThat(small.listing())
                .as("any lines will do, not only those of the examples")
                .isEqualTo(List.of("3 keys planet:", "4 delete moon"));
    }

    private static Failure<String, NoSuchLine> failure(String reference) {
        return new Failure<>(new NoSuchLine(reference));
    }
}
