package dev.minikv.step03.exercise2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.2")
class PointAtTheProblemTest {

    @Test
    void the_word_that_is_meant_is_marked() {
        assertThat(Carets.under("set set set", new Word("set", 4)))
                .as("the word is where its start says, and each of its columns gets a caret")
                .isEqualTo("    ^^^");
    }

    @Test
    void a_missing_word_gets_one_caret() {
        assertThat(Carets.under("set name", new Word("", 8)))
                .as("where a word is missing, one caret stands at its start")
                .isEqualTo("        ^");
    }

    @Test
    void a_missing_word_need_not_be_the_last() {
        assertThat(Carets.under("set  cat", new Word("", 4)))
                .as("a missing word is where its start says, as any other word is")
                .isEqualTo("    ^");
    }

    @Test
    void a_tab_goes_on_to_the_next_multiple_of_eight() {
        assertThat(Carets.under("\tset\tname", new Word("name", 5)))
                .as("what follows a tab starts in the next column that is a multiple of 8: from column 8, in 16")
                .isEqualTo("                ^^^^");
    }

    @Test
    void a_start_is_counted_in_code_points() {
        assertThat(Carets.under("set 𝄞𝄞𝄞\tla la la", new Word("la", 14)))
                .as("start counts code points: 𝄞 is one of them, and one column, though it is two chars")
                .isEqualTo("              ^^");
    }

    @Test
    void a_wide_character_takes_two_columns() {
        assertThat(Carets.under("set 猫 cat", new Word("cat", 6)))
                .as("what stands before the word takes as many columns as Width says")
                .isEqualTo("       ^^^");
    }

    @Test
    void carets_are_as_wide_as_the_word() {
        assertThat(Carets.under("set 𝄞猫猫 cats", new Word("𝄞猫猫", 4)))
                .as("a word gets a caret for every column, not for every code point or char")
                .isEqualTo("    ^^^^^");
    }

    @Test
    void a_mark_on_a_letter_takes_no_column() {
        assertThat(Carets.under("set cafe\u0301 open", new Word("open", 10)))
                .as("an accent that is a code point of its own stands on the letter before it")
                .isEqualTo("         ^^^^");
    }

    @Test
    void a_tab_goes_by_columns_and_not_by_characters() {
        assertThat(Carets.under("set 鯨鯨\tsea", new Word("sea", 7)))
                .as("how far a tab goes depends on the column that it starts in")
                .isEqualTo("                ^^^");
    }

    @Test
    void carets_come_from_the_line_that_was_given() {
        assertThat(Carets.under("🐙🐙🐙🐙\tink ink", new Word("ink", 9)))
                .as("any line and any word will do, not only those of the examples")
                .isEqualTo("                    ^^^");
    }
}
