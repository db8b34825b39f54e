package dev.minikv.step03.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The excerpt of a line that an error shows. In the table, « and » enclose the mistake.
class ExcerptTest {

    private static final int WIDE = Integer.MAX_VALUE;

    @ParameterizedTest
    @MethodSource
    void carets_stand_under_the_mistake(String marked, String shown, String carets) {
        int start = marked.indexOf('«');
        int end = marked.indexOf('»') - 1;
        String line = marked.replaceAll("[«»]", "");

        assertThat(Excerpt.of(line, new Span(start, end), "help", WIDE))
                .isEqualTo("  " + shown + "\n  " + carets + " help");
    }

    static List<Arguments> carets_stand_under_the_mistake() {
        return List.of(
                argumentSet("at the start", "«put» a b", "put a b", "^^^"),
                argumentSet("in the middle", "get a «b» c", "get a b c", "      ^"),
                argumentSet("up to the end", "set 'a «'b c»", "set 'a 'b c", "       ^^^^"),
                argumentSet("after the end", "get«»", "get", "   ^"),
                argumentSet("in an empty line", "«»", "", "^"),
                argumentSet("after a tab", "set\ta «b»", "set    a b", "         ^"),
                argumentSet("a tab", "a«\t»b", "a    b", " ^^^^"),
                argumentSet("after ideographs", "get 漢字 «b»", "get 漢字 b", "         ^"),
                argumentSet("ideographs", "get a «漢字»", "get a 漢字", "      ^^^^"),
                argumentSet("after an emoji", "get 😀 «b»", "get 😀 b", "       ^"),
                argumentSet("an emoji", "«😀»", "😀", "^^"),
                argumentSet("after a heart", "get ❤\uFE0F «b»", "get ❤\uFE0F b", "       ^"),
                argumentSet("a keycap", "get «1\uFE0F\u20E3»", "get 1\uFE0F\u20E3", "    ^^"),
                argumentSet("after a combining mark", "get e\u0301 «b»", "get e\u0301 b", "      ^"),
                argumentSet("with a combining mark", "get «e\u0301»", "get e\u0301", "    ^"),
                argumentSet("a combining mark alone", "get 'a'«\u0301»", "get 'a'\u0301", "      ^"),
                argumentSet("after a control", "a\u001B[2J «b»", "a\\u{1b}[2J b", "           ^"),
                argumentSet("half a surrogate pair", "a «\uD83D» b", "a \\u{d83d} b", "  ^^^^^^^^"),
                argumentSet("before the end of a line of another system", "get«»\r", "get", "   ^"),
                argumentSet("before more than that", "get «a» b \r", "get a b", "    ^"));
    }

    @Test
    void a_long_line_is_cut_on_both_sides() {
        String line = "x".repeat(1000) + "!" + "y".repeat(1000);

        assertThat(Excerpt.of(line, new Span(1000, 1001), "help", WIDE))
                .isEqualTo("""
                  …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…
                                                 ^ help""".indent(2).stripTrailing());
    }

    @Test
    void a_line_is_cut_only_if_something_is_left_out() {
        String line = "x".repeat(30) + "!" + "y".repeat(30);

        assertThat(Excerpt.of(line, new Span(30, 31), "help", WIDE))
                .startsWith("  " + line + "\n")
                .doesNotContain("…");
    }

    @Test
    void a_long_mistake_is_marked_where_it_starts() {
        String line = "get " + "x".repeat(1000);

        assertThat(Excerpt.of(line, new Span(4, 1004), "help", WIDE))
                .isEqualTo("  get " + "x".repeat(60) + "…\n      " + "^".repeat(30) + " help");
    }

    @Test
    void a_line_is_not_cut_in_the_middle_of_a_character() {
        String line = "😀".repeat(30) + "x" + "😀".repeat(30); // after the x, 30 chars before are half an emoji

        for (int start = 0; start < line.length(); start = line.offsetByCodePoints(start, 1)) {
            String excerpt = Excerpt.of(line, new Span(start, line.length()), "help", WIDE);

            assertThat(excerpt).as("from char %s on", start).doesNotContain("\\u{");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 40, 60, 80, 93})
    void in_few_columns_the_line_does_not_wrap_and_the_carets_stay_below_the_mistake(int columns) {
        String line = "x".repeat(50) + "!" + "y".repeat(50);

        List<String> shown =
                Excerpt.of(line, new Span(50, 51), "help", columns).lines().toList();

        assertThat(shown.getFirst()).hasSizeLessThanOrEqualTo(columns);
        assertThat(shown.get(1).indexOf('^')).isEqualTo(shown.getFirst().indexOf('!'));
    }

    @Test
    void wide_characters_take_their_columns() {
        String line = "漢".repeat(50) + "!" + "字".repeat(50);

        List<String> shown =
                Excerpt.of(line, new Span(50, 51), "help", 40).lines().toList();

        assertThat(DisplayWidth.of(shown.getFirst())).isBetween(36, 40);
    }

    @Test
    void help_that_has_no_room_after_the_carets_stands_whole_on_a_line_of_its_own() {
        assertThat(Excerpt.of("get a b", new Span(6, 7), "help", 14)).isEqualTo("  get a b\n        ^ help");
        assertThat(Excerpt.of("get a b", new Span(6, 7), "help", 13)).isEqualTo("  get a b\n        ^\n  help");
    }
}
