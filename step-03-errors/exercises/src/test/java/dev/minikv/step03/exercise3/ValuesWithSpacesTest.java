package dev.minikv.step03.exercise3;

import static dev.minikv.step03.exercise3.Mistake.MISPLACED_QUOTE;
import static dev.minikv.step03.exercise3.Mistake.UNCLOSED_QUOTE;
import static dev.minikv.step03.exercise3.Mistake.UNKNOWN_ESCAPE;
import static dev.minikv.step03.exercise3.Words.quote;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.3")
class ValuesWithSpacesTest {

    @Test
    void quotes_keep_white_space() {
        assertThat(tokenize("set note 'two  spaces' ' '"))
                .as("text in quotes is one word, with its white space as it was typed")
                .isEqualTo(List.of("set", "note", "two  spaces", " "));
    }

    @Test
    void how_much_white_space_makes_no_difference() {
        assertThat(each("  set   name ", "", "  "))
                .as("words are the text between white space, however much of it there is")
                .isEqualTo(List.of(List.of("set", "name"), List.of(), List.of()));
    }

    @Test
    void any_white_space_separates_words() {
        assertThat(each("\tset 'note'\ttea\u2003now\u001Fhot", "tea\u00A0now\u0001"))
                .as("white space is what Character.isWhitespace accepts, and nothing else")
                .isEqualTo(List.of(List.of("set", "note", "tea", "now", "hot"), List.of("tea\u00A0now\u0001")));
    }

    @Test
    void two_quotes_in_quotes_mean_one() {
        assertThat(tokenize("set 'it''s' ''''"))
                .as("in quotes, two quotes in a row stand for one and do not close anything")
                .isEqualTo(List.of("set", "it's", "'"));
    }

    @Test
    void an_empty_word_is_a_word() {
        assertThat(tokenize("set note '' ''"))
                .as("two quotes with nothing between them are a word: the empty string")
                .isEqualTo(List.of("set", "note", "", ""));
    }

    @Test
    void escapes_are_read_once_from_the_left() {
        assertThat(tokenize("set sale '%%now' '%%%now'"))
                .as("the result of an escape is not looked at again")
                .isEqualTo(List.of("set", "sale", "%now", "%\now"));
    }

    @Test
    void a_percent_sign_and_an_n_mean_a_new_line() {
        assertThat(tokenize("set note 'one%ntwo%n'"))
                .as("a new line cannot be typed in a line, so it has an escape")
                .isEqualTo(List.of("set", "note", "one\ntwo\n"));
    }

    @Test
    void a_new_line_is_the_same_on_every_system() throws IOException {
        assertThat(asksForTheLineSeparator())
                .as("%n is the same character on every system: nothing asks for the line separator of the system")
                .isEqualTo(List.of());
    }

    @Test
    void outside_quotes_a_percent_sign_is_itself() {
        assertThat(tokenize("set sale 5%%now %n 5%"))
                .as("escapes have a meaning in quotes only")
                .isEqualTo(List.of("set", "sale", "5%%now", "%n", "5%"));
    }

    @Test
    void backslashes_and_double_quotes_are_themselves() {
        assertThat(tokenize("set C:\\n 'C:\\' \"a b\""))
                .as("neither of them escapes or quotes anything, so the single quote after a backslash closes")
                .isEqualTo(List.of("set", "C:\\n", "C:\\", "\"a", "b\""));
    }

    @Test
    void a_quote_must_be_closed() {
        assertThat(each("set note 'tea", "'tea''", "'50%", "set note '", "'''", "'50%%", "'tea%n"))
                .as("a line that ends inside quotes is a mistake, whatever it ends with")
                .isEqualTo(nCopies(7, UNCLOSED_QUOTE));
    }

    @Test
    void an_unknown_escape_is_a_mistake() {
        assertThat(each("set sale '5%N'", "set sale '50%'", "'%5%'", "'%-n'", "'% '", "'%%%'", "'%\\n'"))
                .as("in quotes, only n or a second percent sign may follow a percent sign")
                .isEqualTo(nCopies(7, UNKNOWN_ESCAPE));
    }

    @Test
    void a_quote_within_an_unquoted_word_is_a_mistake() {
        assertThat(each("set note it's", "set note its'", "its''", "5%'", "\"it's\""))
                .as("a word that does not start with a quote contains none, not even at its end")
                .isEqualTo(nCopies(5, MISPLACED_QUOTE));
    }

    @Test
    void a_closing_quote_ends_the_word() {
        assertThat(each("set 'note'tea", "set 'note'!", "''tea", "'50'%n", "'note'\u00A0"))
                .as("only white space or the end of the line may follow a closing quote")
                .isEqualTo(nCopies(5, MISPLACED_QUOTE));
    }

    @Test
    void the_first_mistake_is_the_answer() {
        assertThat(each("'5%x", "'5%x'now", "'5%x' it's", "it's '5%x'", "'note'tea 'now"))
                .as("the text after a mistake does not matter, not even a quote that is never closed")
                .isEqualTo(List.of(UNKNOWN_ESCAPE, UNKNOWN_ESCAPE, UNKNOWN_ESCAPE, MISPLACED_QUOTE, MISPLACED_QUOTE));
    }

    @Test
    void words_come_from_the_line_that_was_given() {
        assertThat(tokenize("get 'a ''big''%nship' '7%%n\u2028off'"))
                .as("it works for any line, not only for those of the examples")
                .isEqualTo(List.of("get", "a 'big'\nship", "7%n\u2028off"));
    }

    @Test
    void letters_get_no_quotes() {
        assertThat(List.of(quote("tea"), quote("Grüße"), quote("猫"), quote("𝒜")))
                .as("letters stand for themselves")
                .isEqualTo(List.of("tea", "Grüße", "猫", "𝒜"));
    }

    @Test
    void what_is_quoted_is_one_line() {
        String line = quote("one\ntwo") + quote("\n") + quote(" \n\n'\n");

        assertThat(line.contains("\n"))
                .as("quote writes every new line as an escape")
                .isEqualTo(false);
    }

    @Test
    void a_string_without_letters_is_read_back() {
        assertThat(readBack("", " "))
                .as("quote(x) is read as the single word x")
                .isEqualTo(List.of("", " "));
    }

    @Test
    void white_space_is_read_back() {
        assertThat(readBack("\ttea", "tea\r", "a\u001Fb", "red\u2003green"))
                .as("quote(x) is read as the single word x")
                .isEqualTo(List.of("\ttea", "tea\r", "a\u001Fb", "red\u2003green"));
    }

    @Test
    void a_quote_is_read_back() {
        assertThat(readBack("it's")).as("quote(x) is read as the single word x").isEqualTo(List.of("it's"));
    }

    @Test
    void a_percent_sign_is_read_back() {
        assertThat(readBack("5%n", "5%n or 50%"))
                .as("quote(x) is read as the single word x")
                .isEqualTo(List.of("5%n", "5%n or 50%"));
    }

    @Test
    void every_mix_is_read_back() {
        assertThat(changed(mixesOf("n", "%", "'", " ", "\n")))
                .as("whatever their order, quote and tokenize change none of the strings")
                .isEqualTo(List.of());
    }

    @Test
    void every_character_is_read_back() {
        assertThat(changed(everyCharacter()))
                .as("a string may contain any character, so no character is free to mark an escape")
                .isEqualTo(List.of());
    }

    @Test
    void every_text_is_read_back() throws IOException {
        assertThat(changed(textsInTheProgram().map(text -> text + " ")))
                .as("a string may contain any text, so no text is free to mark an escape")
                .isEqualTo(List.of());
    }

    /// Returns the words of a line that is made of these strings, each quoted.
    private static Object readBack(String... strings) {
        return tokenize(Stream.of(strings).map(Words::quote).collect(Collectors.joining(" ")));
    }

    /// Returns the first of the strings that is read back different, if there is one.
    private static List<String> changed(Stream<String> strings) {
        return strings.filter(x -> !readBack(x).equals(List.of(x))).limit(1).toList();
    }

    /// Returns all strings of up to four of these parts.
    private static Stream<String> mixesOf(String... parts) {
        Stream<String> mixes = Stream.of("");
        for (int i = 0; i < 4; i++) {
            mixes = mixes.flatMap(
                    mix -> Stream.concat(Stream.of(mix), Stream.of(parts).map(mix::concat)));
        }
        return mixes;
    }

    /// Returns strings that together contain every character, and white space between letters too.
    private static Stream<String> everyCharacter() {
        Stream<String> whiteSpace = IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
                .filter(Character::isWhitespace)
                .mapToObj(c -> "a" + (char) c + "b");
        Stream<String> parts = IntStream.range(0, 2048).mapToObj(part -> " " + characters(32 * part, 32));
        return Stream.concat(whiteSpace, parts);
    }

    private static String characters(int first, int count) {
        var characters = new char[count];
        for (int i = 0; i < count; i++) {
            characters[i] = (char) (first + i);
        }
        return new String(characters);
    }

    /// Returns the string constants of the program: if it marks an escape with one of them, a string that
    /// contains the same text is changed.
    private static Stream<String> textsInTheProgram() throws IOException {
        return constants().filter(StringEntry.class::isInstance).map(ValuesWithSpacesTest::text);
    }

    /// Returns the names that the program uses to ask for the system's line separator.
    private static List<String> asksForTheLineSeparator() throws IOException {
        return constants()
                .map(ValuesWithSpacesTest::text)
                .filter(List.of("lineSeparator", "line.separator")::contains)
                .toList();
    }

    /// Returns the constant pool of the program: the methods that it calls, its strings, and more.
    private static Stream<PoolEntry> constants() throws IOException {
        try (InputStream in = Words.class.getResourceAsStream("Words.class")) {
            var pool = ClassFile.of().parse(in.readAllBytes()).constantPool();
            return StreamSupport.stream(pool.spliterator(), false);
        }
    }

    private static String text(PoolEntry constant) {
        return switch (constant) {
            case StringEntry text -> text.stringValue();
            case MemberRefEntry member -> member.name().stringValue();
            default -> "";
        };
    }

    /// Returns the words of each line, or the mistake in it.
    private static List<Object> each(String... lines) {
        return Stream.of(lines).map(ValuesWithSpacesTest::tokenize).toList();
    }

    /// Returns the words of a line, or the mistake in it.
    private static Object tokenize(String line) {
        return switch (Words.tokenize(line)) {
            case Success(List<String> words) -> words;
            case Failure(Mistake mistake) -> mistake;
        };
    }
}
