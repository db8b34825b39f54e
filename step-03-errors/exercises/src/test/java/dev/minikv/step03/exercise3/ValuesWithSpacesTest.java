package dev.minikv.step03.exercise3;

import static dev.minikv.step03.exercise3.Words.quote;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.3")
class ValuesWithSpacesTest {

    @Test
    void quotes_keep_white_space() {
        assertThat(tokenize("set note 'two  spaces'"))
                .as("what stands in quotes is one word, white space as it was typed")
                .isEqualTo(List.of("set", "note", "two  spaces"));
    }

    @Test
    void an_empty_word_is_a_word() {
        assertThat(tokenize("set note ''"))
                .as("two quotes with nothing between them are a word: the empty string")
                .isEqualTo(List.of("set", "note", ""));
    }

    @Test
    void any_white_space_separates_words() {
        assertThat(tokenize("\tset  'note'\ttea\u2003now "))
                .as("how much white space there is, and of which kind, makes no difference")
                .isEqualTo(List.of("set", "note", "tea", "now"));
    }

    @Test
    void two_quotes_in_quotes_mean_one() {
        assertThat(tokenize("set 'it''s' ''''"))
                .as("in quotes, two quotes in a row stand for one and do not close anything")
                .isEqualTo(List.of("set", "it's", "'"));
    }

    @Test
    void escapes_are_read_once_from_the_left() {
        assertThat(tokenize("set sale '%%now'"))
                .as("what came out of an escape is not looked at again")
                .isEqualTo(List.of("set", "sale", "%now"));
    }

    @Test
    void a_percent_sign_and_an_n_mean_a_new_line() {
        assertThat(tokenize("set note 'one%ntwo'"))
                .as("a new line cannot be typed in a line, so it has an escape")
                .isEqualTo(List.of("set", "note", "one\ntwo"));
    }

    @Test
    void outside_quotes_a_percent_sign_is_itself() {
        assertThat(tokenize("set sale 5%%now"))
                .as("escapes have a meaning in quotes only")
                .isEqualTo(List.of("set", "sale", "5%%now"));
    }

    @Test
    void a_backslash_is_a_character_like_any_other() {
        assertThat(tokenize("set dir 'C:\\' now"))
                .as("the backslash escapes nothing here, and so the quote behind it closes")
                .isEqualTo(List.of("set", "dir", "C:\\", "now"));
    }

    @Test
    void a_quote_has_to_be_closed() {
        assertThat(List.of(tokenize("set note 'tea"), tokenize("'tea''"), tokenize("'50%")))
                .as("a line that ends inside quotes is a mistake, whatever it ends with")
                .isEqualTo(List.of(Mistake.UNCLOSED_QUOTE, Mistake.UNCLOSED_QUOTE, Mistake.UNCLOSED_QUOTE));
    }

    @Test
    void an_unknown_escape_is_a_mistake() {
        assertThat(List.of(tokenize("set sale '5%N'"), tokenize("set sale '50%'")))
                .as("in quotes, only n or a second percent sign may follow a percent sign")
                .isEqualTo(List.of(Mistake.UNKNOWN_ESCAPE, Mistake.UNKNOWN_ESCAPE));
    }

    @Test
    void a_quote_within_an_unquoted_word_is_a_mistake() {
        assertThat(List.of(tokenize("set note it's"), tokenize("set note its'")))
                .as("a word that does not start with a quote has none in it, not even at its end")
                .isEqualTo(List.of(Mistake.MISPLACED_QUOTE, Mistake.MISPLACED_QUOTE));
    }

    @Test
    void a_closing_quote_ends_the_word() {
        assertThat(List.of(tokenize("set 'note'tea"), tokenize("set 'note'!")))
                .as("behind a closing quote is white space, or the end of the line")
                .isEqualTo(List.of(Mistake.MISPLACED_QUOTE, Mistake.MISPLACED_QUOTE));
    }

    @Test
    void the_mistake_that_shows_first_is_the_answer() {
        assertThat(List.of(tokenize("'5%x"), tokenize("'5%x'now")))
                .as("what is behind a mistake does not matter, not even that a quote is never closed")
                .isEqualTo(List.of(Mistake.UNKNOWN_ESCAPE, Mistake.UNKNOWN_ESCAPE));
    }

    @Test
    void letters_get_no_quotes() {
        assertThat(quote("tea")).as("letters stand for themselves").isEqualTo("tea");
    }

    @Test
    void what_is_quoted_is_one_line() {
        assertThat(quote("one\ntwo")).as("quote writes a new line as an escape").isEqualTo("'one%ntwo'");
    }

    @Test
    void a_string_without_letters_is_read_back() {
        assertThat(readBack("", " "))
                .as("the words of quote(x) are x and nothing else")
                .isEqualTo(List.of("", " "));
    }

    @Test
    void white_space_is_read_back() {
        assertThat(readBack("\ttea", "tea\r", "a\u001Fb", "red\u2003green"))
                .as("the words of quote(x) are x and nothing else")
                .isEqualTo(List.of("\ttea", "tea\r", "a\u001Fb", "red\u2003green"));
    }

    @Test
    void a_quote_is_read_back() {
        assertThat(readBack("it's"))
                .as("the words of quote(x) are x and nothing else")
                .isEqualTo(List.of("it's"));
    }

    @Test
    void a_percent_sign_is_read_back() {
        assertThat(readBack("5%n", "5%n or 50%"))
                .as("the words of quote(x) are x and nothing else")
                .isEqualTo(List.of("5%n", "5%n or 50%"));
    }

    @Test
    void any_character_is_read_back() {
        assertThat(readBack("\0 \uE000 \uFFFF"))
                .as("a string may hold any character, so none is free to stand for another meanwhile")
                .isEqualTo(List.of("\0 \uE000 \uFFFF"));
    }

    @Test
    void words_come_from_the_line_that_was_given() {
        assertThat(tokenize("get 'a ''big''%nship' " + quote("7%\u2028off")))
                .as("any line and any string will do, not only those of the examples")
                .isEqualTo(List.of("get", "a 'big'\nship", "7%\u2028off"));
    }

    /// Returns what is read of a line that has each of these strings as a word.
    private static Object readBack(String... strings) {
        return tokenize(Stream.of(strings).map(Words::quote).collect(Collectors.joining(" ")));
    }

    /// Returns the words of a line, or the mistake in it.
    private static Object tokenize(String line) {
        return switch (Words.tokenize(line)) {
            case Success(List<String> words) -> words;
            case Failure(Mistake mistake) -> mistake;
        };
    }
}
