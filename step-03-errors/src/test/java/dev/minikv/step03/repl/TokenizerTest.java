package dev.minikv.step03.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.minikv.step03.repl.Mistake.NoCodePoint;
import dev.minikv.step03.repl.Mistake.TextAfterQuote;
import dev.minikv.step03.repl.Mistake.UnclosedBrace;
import dev.minikv.step03.repl.Mistake.UnclosedQuote;
import dev.minikv.step03.repl.Mistake.UnknownEscape;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Tables of the words in each line: the line on the left, its words or its mistake on the right.
///
/// Each test's table is the method of the same name.
class TokenizerTest {

    @ParameterizedTest
    @MethodSource
    void white_space_separates_words(String line, List<String> words) {
        assertThat(words(line)).isEqualTo(words);
    }

    static List<Arguments> white_space_separates_words() {
        return List.of(
                arguments("", List.of()),
                arguments(" \t\r\u3000", List.of()),
                arguments("get", List.of("get")),
                arguments("get name", List.of("get", "name")),
                arguments("  get \t name  ", List.of("get", "name")),
                arguments("a\u0085b\u00A0c\u2003d", List.of("a", "b", "c", "d")),
                arguments("a\u001Cb\u200Bc", List.of("a\u001Cb\u200Bc")));
    }

    @ParameterizedTest
    @MethodSource
    void in_quotes_white_space_belongs_to_the_word(String line, List<String> words) {
        assertThat(words(line)).isEqualTo(words);
    }

    static List<Arguments> in_quotes_white_space_belongs_to_the_word() {
        return List.of(
                arguments("\"two  spaces\"", List.of("two  spaces")),
                arguments("'two  spaces'", List.of("two  spaces")),
                arguments("\" \" ' '", List.of(" ", " ")),
                arguments("\"\" ''", List.of("", "")),
                arguments("set 'a key' \"a\tvalue\"", List.of("set", "a key", "a\tvalue")));
    }

    @ParameterizedTest
    @MethodSource
    void each_kind_of_quote_may_hold_the_other(String line, List<String> words) {
        assertThat(words(line)).isEqualTo(words);
    }

    static List<Arguments> each_kind_of_quote_may_hold_the_other() {
        return List.of(
                arguments("\"it's\"", List.of("it's")),
                arguments("'say \"hi\"'", List.of("say \"hi\"")),
                arguments("'\"' \"'\"", List.of("\"", "'")));
    }

    @ParameterizedTest
    @MethodSource
    void in_double_quotes_escapes_have_a_meaning(String line, String word) {
        assertThat(words(line)).containsExactly(word);
    }

    static List<Arguments> in_double_quotes_escapes_have_a_meaning() {
        return List.of(
                arguments("\"say \\\"hi\\\"\"", "say \"hi\""),
                arguments("\"C:\\\\new\"", "C:\\new"),
                arguments("\"\\\\\"", "\\"),
                arguments("\"a\\nb\\tc\"", "a\nb\tc"),
                arguments("\"\\u{41}\"", "A"),
                arguments("\"\\u{0}\"", "\0"),
                arguments("\"\\u{1f600}\\u{1F600}\"", "😀😀"),
                arguments("\"\\u{10ffff}\"", "\uDBFF\uDFFF"),
                arguments("\"\\u{d83d}\"", "\uD83D"),
                arguments("\"\\u{000000000041}\"", "A"));
    }

    @ParameterizedTest
    @MethodSource
    void elsewhere_quotes_and_backslashes_stand_for_themselves(String line, List<String> words) {
        assertThat(words(line)).isEqualTo(words);
    }

    static List<Arguments> elsewhere_quotes_and_backslashes_stand_for_themselves() {
        return List.of(
                arguments("'C:\\new'", List.of("C:\\new")),
                arguments("'\\'", List.of("\\")),
                arguments("'\\u{41}'", List.of("\\u{41}")),
                arguments("it's a 5\" disk", List.of("it's", "a", "5\"", "disk")),
                arguments("C:\\new \\\"", List.of("C:\\new", "\\\"")),
                arguments("a\"b c\"d", List.of("a\"b", "c\"d")));
    }

    @Test
    void a_word_knows_its_place_in_the_line_quotes_included() {
        assertThat(Tokenizer.tokenize(" set  'a b' \"\\u{1f600}\" 😀 x"))
                .isEqualTo(new Success<>(List.of(
                        new Token("set", new Span(1, 4)),
                        new Token("a b", new Span(6, 11)),
                        new Token("😀", new Span(12, 23)),
                        new Token("😀", new Span(24, 26)),
                        new Token("x", new Span(27, 28)))));
    }

    @ParameterizedTest
    @MethodSource
    void a_quote_must_be_closed(String line, Mistake mistake) {
        assertThat(Tokenizer.tokenize(line)).isEqualTo(new Failure<>(mistake));
    }

    static List<Arguments> a_quote_must_be_closed() {
        return List.of(
                arguments("\"", new UnclosedQuote(new Span(0, 1), '"')),
                arguments("'", new UnclosedQuote(new Span(0, 1), '\'')),
                arguments("set \"a b", new UnclosedQuote(new Span(4, 8), '"')),
                arguments("set 'a b ", new UnclosedQuote(new Span(4, 9), '\'')),
                arguments("\"it's'", new UnclosedQuote(new Span(0, 6), '"')),
                arguments("\"a\\\"", new UnclosedQuote(new Span(0, 4), '"')),
                arguments("'a' 'b", new UnclosedQuote(new Span(4, 6), '\'')));
    }

    @ParameterizedTest
    @MethodSource
    void a_closing_quote_ends_its_word(String line, Mistake mistake) {
        assertThat(Tokenizer.tokenize(line)).isEqualTo(new Failure<>(mistake));
    }

    static List<Arguments> a_closing_quote_ends_its_word() {
        return List.of(
                arguments("'a'b", new TextAfterQuote(new Span(3, 4))),
                arguments("\"a\"bc d", new TextAfterQuote(new Span(3, 5))),
                arguments("get ''x", new TextAfterQuote(new Span(6, 7))),
                arguments("'it''s'", new TextAfterQuote(new Span(4, 7))),
                arguments("\"a\"😀", new TextAfterQuote(new Span(3, 5))));
    }

    @ParameterizedTest
    @MethodSource
    void other_escapes_are_unknown(String line, Mistake mistake) {
        assertThat(Tokenizer.tokenize(line)).isEqualTo(new Failure<>(mistake));
    }

    static List<Arguments> other_escapes_are_unknown() {
        return List.of(
                arguments("\"\\r\"", new UnknownEscape(new Span(1, 3))),
                arguments("\"\\'\"", new UnknownEscape(new Span(1, 3))),
                arguments("\"C:\\Users\"", new UnknownEscape(new Span(3, 5))),
                arguments("\"\\ \"", new UnknownEscape(new Span(1, 3))),
                arguments("\"\\😀\"", new UnknownEscape(new Span(1, 4))),
                arguments("\"a\\", new UnknownEscape(new Span(2, 3))),
                arguments("\"\\x\\y\"", new UnknownEscape(new Span(1, 3))));
    }

    @ParameterizedTest
    @MethodSource
    void a_code_point_is_a_hexadecimal_number_in_braces(String line, Mistake mistake) {
        assertThat(Tokenizer.tokenize(line)).isEqualTo(new Failure<>(mistake));
    }

    static List<Arguments> a_code_point_is_a_hexadecimal_number_in_braces() {
        return List.of(
                arguments("\"\\u", new NoCodePoint(new Span(1, 3))),
                arguments("\"\\u\"", new NoCodePoint(new Span(1, 4))),
                arguments("\"\\u0041\"", new NoCodePoint(new Span(1, 4))),
                arguments("\"\\u{\"", new NoCodePoint(new Span(1, 5))),
                arguments("\"\\u{}\"", new NoCodePoint(new Span(1, 5))),
                arguments("\"\\u{4g}\"", new NoCodePoint(new Span(1, 6))),
                arguments("\"\\u{ 41}\"", new NoCodePoint(new Span(1, 5))),
                arguments("\"\\u{-1}\"", new NoCodePoint(new Span(1, 5))),
                arguments("\"\\u{110000}\"", new NoCodePoint(new Span(1, 11))),
                arguments("\"\\u{100000041}\"", new NoCodePoint(new Span(1, 14))),
                arguments("\"\\u😀\"", new NoCodePoint(new Span(1, 5))),
                arguments("\"\\u{😀}\"", new NoCodePoint(new Span(1, 6))),
                arguments("\"\\u{\uFF14\uFF11}\"", new NoCodePoint(new Span(1, 5)))); // full-width 41
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"\"\\u{41\", 6", "\"\\u{41, 6", "\"\\u{41 b}\", 6", "\"a\\u{10ffff, 11"})
    void a_missing_closing_brace_is_reported_where_the_number_ends(String line, int end) {
        assertThat(Tokenizer.tokenize(line)).isEqualTo(new Failure<>(new UnclosedBrace(new Span(end, end))));
    }

    @Test
    void the_first_mistake_in_a_line_is_reported() {
        assertThat(Tokenizer.tokenize("\"\\x\"y 'z")).isEqualTo(new Failure<>(new UnknownEscape(new Span(1, 3))));
        assertThat(Tokenizer.tokenize("\"x\"y 'z")).isEqualTo(new Failure<>(new TextAfterQuote(new Span(3, 4))));
    }

    private static List<String> words(String line) {
        return switch (Tokenizer.tokenize(line)) {
            case Success(List<Token> tokens) -> tokens.stream().map(Token::text).toList();
            case Failure(Mistake mistake) -> fail("%s: %s", line, mistake);
        };
    }
}
