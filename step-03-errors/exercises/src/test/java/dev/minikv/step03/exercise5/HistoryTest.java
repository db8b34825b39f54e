package dev.minikv.step03.exercise5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step03.exercise5.History.NoSuchLine;
import dev.minikv.step03.store.Result;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.List;
import java.util.stream.Stream;
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
                .as("!! stands for the line that was entered last")
                .isEqualTo(new Success<>("get b"));
    }

    @Test
    void a_number_stands_for_the_line_that_has_it() {
        history.enter("get a");
        history.enter("get b");
        history.enter("get c");
        history.enter("get d");

        assertThat(history.enter("!2"))
                .as("the first line has number 1, the next one number 2")
                .isEqualTo(new Success<>("get b"));
    }

    @Test
    void leading_zeros_make_no_difference() {
        history.enter("get a");
        history.enter("get b");

        assertThat(answers("!002", "!00000000000001"))
                .as("002 is the number 2, however many zeros come first")
                .isEqualTo(successes("get b", "get a"));
    }

    @Test
    void a_line_may_be_remembered_again() {
        history.enter("get a");
        history.enter("get a");
        history.enter("get b");
        history.enter("get a");

        assertThat(history.listing())
                .as("every line gets the next number, starting at 1, even if it was entered before")
                .isEqualTo(List.of("1 get a", "2 get a", "3 get b", "4 get a"));
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
        var three = small.listing();
        small.enter("get d");

        assertThat(List.of(three, small.listing()))
                .as("at most two lines are kept here, and each keeps its number")
                .isEqualTo(List.of(List.of("2 get b", "3 get c"), List.of("3 get c", "4 get d")));
    }

    @Test
    void the_oldest_line_is_listed_first() {
        var small = new History(4);
        enterLines(small, 1, 11);
        var eleven = small.listing();
        enterLines(small, 12, 18);

        assertThat(List.of(eleven, small.listing()))
                .as("lines are in the order in which they were entered, however large their numbers")
                .isEqualTo(List.of(
                        List.of("8 line 8", "9 line 9", "10 line 10", "11 line 11"),
                        List.of("15 line 15", "16 line 16", "17 line 17", "18 line 18")));
    }

    @Test
    void a_number_finds_the_same_line_when_old_ones_are_dropped() {
        var small = new History(2);
        small.enter("get a");
        small.enter("get b");
        small.enter("get c");

        assertThat(List.of(small.enter("!2"), small.listing()))
                .as("line 2 is found before it is dropped to make room for itself")
                .isEqualTo(List.of(new Success<>("get b"), List.of("3 get c", "4 get b")));
    }

    @Test
    void a_history_keeps_at_least_one_line() {
        var tiny = new History(1);
        tiny.enter("get a");
        tiny.enter("!!");

        assertThat(List.of(tiny.listing(), created(0)))
                .as("a history of one line finds that line, and a history of no lines cannot be created")
                .isEqualTo(List.of(List.of("2 get a"), "IllegalArgumentException"));
    }

    @Test
    void a_line_that_was_never_there_is_a_failure() {
        assertThat(List.of(new History(2).enter("!!"), new History(2).enter("!1"), history.enter("!007")))
                .as("if there is no such line, the reference is returned in a Failure, as it was typed")
                .isEqualTo(failures("!!", "!1", "!007"));
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

        assertThat(answers("!0", "!00", "!99999999999", "!4294967297", "!18446744073709551617"))
                .as("any number is a reference, however small or large")
                .isEqualTo(failures("!0", "!00", "!99999999999", "!4294967297", "!18446744073709551617"));
    }

    @Test
    void what_failed_is_not_remembered() {
        history.enter("get a");
        history.enter("!7");
        history.enter("get b");

        assertThat(history.listing())
                .as("a reference that fails is not remembered, and takes no number")
                .isEqualTo(List.of("1 get a", "2 get b"));
    }

    @Test
    void a_blank_line_is_not_remembered() {
        history.enter("get a");
        history.enter("");
        history.enter("get b");

        assertThat(List.of(history.enter("  "), history.enter("\t\u2003"), history.listing()))
                .as("a blank line is returned unchanged, is not remembered, and takes no number")
                .isEqualTo(List.of(new Success<>("  "), new Success<>("\t\u2003"), List.of("1 get a", "2 get b")));
    }

    @Test
    void two_marks_pass_over_what_is_not_remembered() {
        var small = new History(2);
        small.enter("get a");
        small.enter("get b");
        small.enter(" ");
        small.enter("!7");

        assertThat(List.of(small.listing(), small.enter("!!")))
                .as("!! is the last line that is remembered, and a line that is not remembered takes no place")
                .isEqualTo(List.of(List.of("1 get a", "2 get b"), new Success<>("get b")));
    }

    @Test
    void every_other_line_stands_for_itself() {
        history.enter("get a");

        assertThat(answers("set a wow!!", "!1 b", "!!b", "!!!", "!", "!+1", "!-1", " !1 ", "!x"))
                .as("a line is a reference only if it contains nothing else")
                .isEqualTo(successes("set a wow!!", "!1 b", "!!b", "!!!", "!", "!+1", "!-1", " !1 ", "!x"));
    }

    @Test
    void other_digits_stand_for_themselves() {
        history.enter("get a");

        assertThat(answers("!\u0661", "!\uFF11", "\uFF011"))
                .as("only the digits from 0 to 9 make a number, and not Arabic or wide ones")
                .isEqualTo(successes("!\u0661", "!\uFF11", "\uFF011"));
    }

    @Test
    void any_lines_will_do() {
        var small = new History(2);
        small.enter("count");
        small.enter("delete moon");
        small.enter("keys  planet: ");
        small.enter("!2");

        assertThat(small.listing())
                .as("it works for any lines, not only for those of the examples, and each is kept as it was typed")
                .isEqualTo(List.of("3 keys  planet: ", "4 delete moon"));
    }

    /// Enters the lines one after the other, and returns the answers.
    private List<Result<String, NoSuchLine>> answers(String... lines) {
        return Stream.of(lines).map(history::enter).toList();
    }

    private static List<Result<String, NoSuchLine>> successes(String... lines) {
        return Stream.of(lines).<Result<String, NoSuchLine>>map(Success::new).toList();
    }

    private static List<Result<String, NoSuchLine>> failures(String... references) {
        return Stream.of(references)
                .<Result<String, NoSuchLine>>map(HistoryTest::failure)
                .toList();
    }

    private static Failure<String, NoSuchLine> failure(String reference) {
        return new Failure<>(new NoSuchLine(reference));
    }

    /// Enters lines such as `line 7`, one for each number.
    private static void enterLines(History history, int first, int last) {
        for (int number = first; number <= last; number++) {
            history.enter("line " + number);
        }
    }

    /// Creates a history, and returns the name of its class or of the exception.
    private static String created(int maxLines) {
        try {
            return new History(maxLines).getClass().getSimpleName();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
