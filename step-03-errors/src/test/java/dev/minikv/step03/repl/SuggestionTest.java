package dev.minikv.step03.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "set,    set,    0", // equal
        "'',     '',     0",
        "'',     set,    3", // nothing in common
        "abc,    xyz,    3",
        "st,     set,    1", // one missing
        "sett,   set,    1", // one extra
        "sat,    set,    1", // one wrong
        "ste,    set,    1", // two neighbours exchanged
        "tes,    set,    2", // not neighbours
        "ca,     abc,    3", // exchanged, then separated: no letter takes part in two slips
        "dleet,  delete, 2",
        "detele, delete, 2",
        "kitten, sitting, 3"
    })
    void the_distance_is_the_smallest_number_of_slips(String a, String b, int slips) {
        assertThat(Suggestion.distance(a, b)).as("from %s to %s", a, b).isEqualTo(slips);
        assertThat(Suggestion.distance(b, a)).as("from %s to %s", b, a).isEqualTo(slips);
    }

    @ParameterizedTest
    @CsvSource({
        "st, SET",
        "gte, GET",
        "sett, SET",
        "gets, GET",
        "gett, GET",
        "coun, COUNT",
        "conut, COUNT",
        "cuonts, COUNT",
        "delte, DELETE",
        "dlet, ", // two slips in a word of four letters
        "dlete, DELETE",
        "deelte, DELETE",
        "exist, EXISTS",
        "key, KEYS",
        "cler, CLEAR",
        "celra, CLEAR", // two slips in a word of five
        "hlep, HELP",
        "histroy, HISTORY",
        "qiut, QUIT"
    })
    void the_nearest_command_is_suggested(String word, Syntax nearest) {
        assertThat(Syntax.near(word).orElse(null)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "name", "gates", "☕", "remove=a"})
    void a_word_that_is_not_near_gets_no_suggestion(String word) {
        assertThat(Syntax.near(word)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"del, DELETE", "hist, HISTORY", "DEL, DELETE", "q, QUIT", "co, COUNT", "so, SOURCE"})
    void the_beginning_of_exactly_one_command_is_short_for_it(String word, Syntax meant) {
        assertThat(Syntax.near(word)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c", "e", "s"})
    void the_beginning_of_several_commands_is_short_for_none(String word) {
        assertThat(Syntax.near(word)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "put, SET",
        "add, SET",
        "rm, DELETE",
        "remove, DELETE",
        "RM, DELETE",
        "ls, KEYS",
        "?, HELP",
        "h, HELP",
        "bye, QUIT",
        "load, SOURCE"
    })
    void a_command_of_other_programs_suggests_ours(String word, Syntax meant) {
        assertThat(Syntax.near(word)).hasValue(meant);
    }

    @ParameterizedTest
    @EnumSource
    void a_difference_in_case_is_not_a_slip(Syntax syntax) {
        assertThat(Syntax.near(syntax.word().toUpperCase(Locale.ROOT))).hasValue(syntax);
    }

    @Test
    void of_two_equally_near_commands_the_first_is_suggested() {
        assertThat(Suggestion.distance("sget", "set")).isEqualTo(Suggestion.distance("sget", "get"));

        assertThat(Syntax.near("sget")).hasValue(Syntax.SET);
    }

    @Test
    void a_very_long_word_is_rejected_at_once() {
        String word = "set".repeat(1_000_000);

        assertThat(Syntax.near(word)).isEmpty();
    }
}
