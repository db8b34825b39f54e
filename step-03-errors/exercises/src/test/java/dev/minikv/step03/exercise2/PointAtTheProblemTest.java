package dev.minikv.step03.exercise2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
                .as("where a word is missing, one caret marks its start")
                .isEqualTo("        ^");
    }

    @Test
    void a_missing_word_need_not_be_the_last() {
        assertThat(List.of(Carets.under("set  cat", new Word("", 4)), Carets.under("", new Word("", 0))))
                .as("a missing word is where its start says, like any other word")
                .isEqualTo(List.of("    ^", "^"));
    }

    @Test
    void a_tab_extends_to_the_next_multiple_of_eight() {
        assertThat(List.of(
                        Carets.under("\tset\tname", new Word("name", 5)),
                        Carets.under("\t\tname", new Word("name", 2)),
                        Carets.under("set name\tBob", new Word("Bob", 9)),
                        Carets.under("set a long name\tBob", new Word("Bob", 16))))
                .as("the text after a tab starts in the next column that is a multiple of 8: from column 8, in 16")
                .isEqualTo(List.of(
                        "                ^^^^", //
                        "                ^^^^",
                        "                ^^^",
                        "                ^^^"));
    }

    @Test
    void a_start_is_counted_in_code_points() {
        assertThat(Carets.under("set 𝄞𝄞𝄞\tla la la", new Word("la", 14)))
                .as("start counts code points: 𝄞 is one code point and one column, but two chars")
                .isEqualTo("              ^^");
    }

    @Test
    void a_wide_character_takes_two_columns() {
        assertThat(Carets.under("set 猫 cat", new Word("cat", 6)))
                .as("the text before the word takes as many columns as Width says")
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
        String line = "set cafe\u0301 open";

        assertThat(List.of(Carets.under(line, new Word("open", 10)), Carets.under(line, new Word("cafe\u0301", 4))))
                .as("an accent that is a separate code point is drawn on the letter before it")
                .isEqualTo(List.of("         ^^^^", "    ^^^^"));
    }

    @Test
    void a_tab_depends_on_columns_and_not_on_characters() {
        assertThat(Carets.under("set 鯨鯨\tsea", new Word("sea", 7)))
                .as("how far a tab extends depends on the column in which it starts")
                .isEqualTo("                ^^^");
    }

    @Test
    void every_code_point_is_as_wide_as_Width_says() {
        String two = "猫か한！、﹏🐙";
        String one = "é𝄞⌘🇫";
        String none = "\u0301\u20E3\u1161";

        assertThat(Carets.under(two + one + none + " " + none + one + two, new Word(none + one + two, 15)))
                .as("a code point takes as many columns as Width says, before the word and in it")
                .isEqualTo("                   ^^^^^^^^^^^^^^^^^^");
    }

    @Test
    void an_emoji_of_several_code_points_is_as_wide_as_they_are() {
        assertThat(Carets.under("get 👨\u200D👩\u200D👧 👋🏽", new Word("👋🏽", 10)))
                .as("each code point counts by itself, whether or not a terminal draws them as one")
                .isEqualTo("           ^^^^");
    }

    @Test
    void carets_come_from_the_line_that_was_given() {
        assertThat(Carets.under("🐙🐙🐙🐙\tink ink", new Word("ink", 9)))
                .as("it works for any line and any word, not only for those of the examples")
                .isEqualTo("                    ^^^");
    }
}
