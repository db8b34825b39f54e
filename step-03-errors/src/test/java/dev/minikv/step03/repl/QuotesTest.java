package dev.minikv.step03.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How strings are written, by examples. [RoundTripTest] shows that they are read back.
class QuotesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Alice", "user:1", "a=b,c;d", "{x}", "#", "größe", "大きい", "🦀", "e\u0301", "-"})
    void a_string_that_is_one_word_needs_no_quotes(String text) {
        assertThat(Quotes.quote(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource
    void every_other_string_is_put_in_quotes(String text, String quoted) {
        assertThat(Quotes.quote(text)).isEqualTo(quoted);
        assertThat(Quotes.inQuotes(text)).isEqualTo(quoted);
    }

    static List<Arguments> every_other_string_is_put_in_quotes() {
        return List.of(
                arguments("", "\"\""),
                arguments("two  spaces", "\"two  spaces\""),
                arguments("it's", "\"it's\""),
                arguments("say \"hi\"", "\"say \\\"hi\\\"\""),
                arguments("C:\\new", "\"C:\\\\new\""),
                arguments("a\nb\tc", "\"a\\nb\\tc\""),
                arguments("\r\0\u001B[2J", "\"\\u{d}\\u{0}\\u{1b}[2J\""),
                arguments("\u007F\u009B", "\"\\u{7f}\\u{9b}\""),
                arguments("a\u00A0b", "\"a\\u{a0}b\""),
                arguments("\u202Eabc", "\"\\u{202e}abc\""),
                arguments("\uFEFF", "\"\\u{feff}\""),
                arguments("\uD83D", "\"\\u{d83d}\""),
                arguments("\uDE00\uD83D", "\"\\u{de00}\\u{d83d}\""),
                arguments("\uE000", "\"\\u{e000}\""),
                arguments("\uDBFF\uDFFF", "\"\\u{10ffff}\""));
    }

    @ParameterizedTest
    @MethodSource
    void a_visible_text_keeps_its_quotes_and_backslashes(String text, String visible) {
        assertThat(Quotes.visible(text)).isEqualTo(visible);
    }

    static List<Arguments> a_visible_text_keeps_its_quotes_and_backslashes() {
        return List.of(
                arguments("", ""),
                arguments("set 'a b' \"c\\n\"", "set 'a b' \"c\\n\""),
                arguments("a\tb\u001B[2J", "a\\u{9}b\\u{1b}[2J"),
                arguments("\uD83D 😀", "\\u{d83d} 😀"));
    }
}
