package dev.minikv.step03.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.minikv.step03.repl.Command.Clear;
import dev.minikv.step03.repl.Command.Count;
import dev.minikv.step03.repl.Command.Delete;
import dev.minikv.step03.repl.Command.Exists;
import dev.minikv.step03.repl.Command.Get;
import dev.minikv.step03.repl.Command.Help;
import dev.minikv.step03.repl.Command.History;
import dev.minikv.step03.repl.Command.Keys;
import dev.minikv.step03.repl.Command.Nothing;
import dev.minikv.step03.repl.Command.Quit;
import dev.minikv.step03.repl.Command.Set;
import dev.minikv.step03.repl.Command.Source;
import dev.minikv.step03.repl.Mistake.ExtraArgument;
import dev.minikv.step03.repl.Mistake.MissingArgument;
import dev.minikv.step03.repl.Mistake.NotUtf8;
import dev.minikv.step03.repl.Mistake.UnclosedQuote;
import dev.minikv.step03.repl.Mistake.UnknownCommand;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables of what each line means: the line on the left, the command or the mistake on the right.
///
/// Each test's table is the method of the same name.
class CommandParserTest {

    @ParameterizedTest
    @MethodSource
    void complete_lines_are_commands(String line, Command command) {
        assertThat(CommandParser.parse(line)).isEqualTo(new Success<>(command));
    }

    static List<Arguments> complete_lines_are_commands() {
        return List.of(
                arguments("set name Alice", new Set("name", "Alice")),
                arguments("get name", new Get("name")),
                arguments("exists name", new Exists("name")),
                arguments("delete name", new Delete("name")),
                arguments("keys", new Keys("")),
                arguments("keys na", new Keys("na")),
                arguments("count", new Count()),
                arguments("clear", new Clear()),
                arguments("history", new History()),
                arguments("help", new Help(Optional.empty())),
                arguments("help set", new Help(Optional.of(Syntax.SET))),
                arguments("help exit", new Help(Optional.of(Syntax.EXIT))),
                arguments("source a.kv", new Source("a.kv")),
                arguments("quit", new Quit()),
                arguments("exit", new Quit()));
    }

    @ParameterizedTest
    @MethodSource
    void a_missing_argument_is_a_mistake(String line, Mistake mistake) {
        assertThat(CommandParser.parse(line)).isEqualTo(new Failure<>(mistake));
    }

    static List<Arguments> a_missing_argument_is_a_mistake() {
        return List.of(
                arguments("set", new MissingArgument(new Span(3, 3), Syntax.SET, "<key>")),
                arguments("set name", new MissingArgument(new Span(8, 8), Syntax.SET, "<value>")),
                arguments("set '' ", new MissingArgument(new Span(6, 6), Syntax.SET, "<value>")),
                arguments("get", new MissingArgument(new Span(3, 3), Syntax.GET, "<key>")),
                arguments("get \r", new MissingArgument(new Span(3, 3), Syntax.GET, "<key>")),
                arguments(" exists", new MissingArgument(new Span(7, 7), Syntax.EXISTS, "<key>")),
                arguments("delete", new MissingArgument(new Span(6, 6), Syntax.DELETE, "<key>")));
    }

    @ParameterizedTest
    @MethodSource
    void too_many_arguments_are_a_mistake(String line, Span at, Syntax syntax) {
        assertThat(CommandParser.parse(line)).isEqualTo(new Failure<>(new ExtraArgument(at, syntax, Optional.empty())));
    }

    static List<Arguments> too_many_arguments_are_a_mistake() {
        return List.of(
                arguments("count all", new Span(6, 9), Syntax.COUNT),
                arguments("clear  it   all ", new Span(7, 15), Syntax.CLEAR),
                arguments("history 5", new Span(8, 9), Syntax.HISTORY),
                arguments("help set get", new Span(9, 12), Syntax.HELP),
                arguments("exit now", new Span(5, 8), Syntax.EXIT));
    }

    @ParameterizedTest
    @MethodSource
    void extra_arguments_may_be_one_without_its_quotes(String line, Span at, Syntax syntax, String quoted) {
        var mistake = new ExtraArgument(at, syntax, Optional.of(quoted));

        assertThat(CommandParser.parse(line)).isEqualTo(new Failure<>(mistake));
        assertThat(CommandParser.parse(quoted)).as("what is suggested").isInstanceOf(Success.class);
    }

    static List<Arguments> extra_arguments_may_be_one_without_its_quotes() {
        return List.of(
                arguments("set name Ada Lovelace", new Span(13, 21), Syntax.SET, "set name \"Ada Lovelace\""),
                arguments(" set  name  Ada  King ", new Span(17, 21), Syntax.SET, "set name \"Ada  King\""),
                arguments("set\tname\ta\tb", new Span(11, 12), Syntax.SET, "set name \"a\\tb\""),
                arguments("set \"a b\" c 'd'", new Span(12, 15), Syntax.SET, "set \"a b\" \"c 'd'\""),
                arguments("get my name", new Span(7, 11), Syntax.GET, "get \"my name\""),
                arguments("exists 5\" disk", new Span(10, 14), Syntax.EXISTS, "exists \"5\\\" disk\""),
                arguments("delete a b c", new Span(9, 12), Syntax.DELETE, "delete \"a b c\""),
                arguments("keys my n", new Span(8, 9), Syntax.KEYS, "keys \"my n\""));
    }

    @ParameterizedTest
    @MethodSource
    void keys_and_values_are_any_words(String line, Command command) {
        assertThat(CommandParser.parse(line)).isEqualTo(new Success<>(command));
    }

    static List<Arguments> keys_and_values_are_any_words() {
        return List.of(
                arguments("set set set", new Set("set", "set")),
                arguments("get quit", new Get("quit")),
                arguments("set Name ALICE", new Set("Name", "ALICE")),
                arguments("set 'my name' \"Ada Lovelace\"", new Set("my name", "Ada Lovelace")),
                arguments("set '' \"\"", new Set("", "")),
                arguments("\"get\" 'count'", new Get("count")),
                arguments("help 'set'", new Help(Optional.of(Syntax.SET))),
                arguments("set a=b c,d;", new Set("a=b", "c,d;")),
                arguments("set -x \\n", new Set("-x", "\\n")),
                arguments("set größe 大きい", new Set("größe", "大きい")),
                arguments("delete 🦀", new Delete("🦀")));
    }

    @ParameterizedTest
    @MethodSource
    void other_first_words_are_unknown(String line, String word, Span at) {
        assertThat(CommandParser.parse(line)).isEqualTo(new Failure<>(new UnknownCommand(at, word, Optional.empty())));
    }

    static List<Arguments> other_first_words_are_unknown() {
        return List.of(
                arguments("name", "name", new Span(0, 4)),
                arguments(" name Alice", "name", new Span(1, 5)),
                arguments("get=name", "get=name", new Span(0, 8)),
                arguments("'set name' Alice", "set name", new Span(0, 10)),
                arguments("'' name", "", new Span(0, 2)),
                arguments("☕ get name", "☕", new Span(0, 1)),
                arguments("help name", "name", new Span(5, 9)));
    }

    @ParameterizedTest
    @MethodSource
    void a_misspelt_command_is_unknown_too(String line, String word, Span at, Syntax near) {
        assertThat(CommandParser.parse(line)).isEqualTo(new Failure<>(new UnknownCommand(at, word, Optional.of(near))));
    }

    static List<Arguments> a_misspelt_command_is_unknown_too() {
        return List.of(
                arguments("GET name", "GET", new Span(0, 3), Syntax.GET),
                arguments("Quit", "Quit", new Span(0, 4), Syntax.QUIT),
                arguments(" put name Alice", "put", new Span(1, 4), Syntax.SET),
                arguments("counts", "counts", new Span(0, 6), Syntax.COUNT),
                arguments("help gte", "gte", new Span(5, 8), Syntax.GET));
    }

    @Test
    void a_mistake_in_its_words_comes_before_what_a_line_means() {
        assertThat(CommandParser.parse("put 'name")).isEqualTo(new Failure<>(new UnclosedQuote(new Span(4, 9), '\'')));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void blank_lines_mean_nothing(String name, String line) {
        assertThat(CommandParser.parse(line)).isEqualTo(new Success<>(new Nothing()));
    }

    static List<Arguments> blank_lines_mean_nothing() {
        return List.of(
                arguments("no characters at all", ""),
                arguments("spaces", "   "),
                arguments("a tab", "\t"),
                arguments("a carriage return", "\r"),
                arguments("a no-break space", "\u00A0"),
                arguments("some of each", " \t\u3000\u0085\u00A0\r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "# backup", "#backup", "  # it's a \" quote", "\u3000#", "#\r"})
    void a_number_sign_where_a_command_would_stand_makes_a_comment(String line) {
        assertThat(CommandParser.parse(line)).isEqualTo(new Success<>(new Nothing()));
    }

    @Test
    void a_number_sign_elsewhere_is_a_character() {
        assertThat(CommandParser.parse("set #x a#b")).isEqualTo(new Success<>(new Set("#x", "a#b")));
        assertThat(CommandParser.parse("get # x"))
                .isEqualTo(new Failure<>(new ExtraArgument(new Span(6, 7), Syntax.GET, Optional.of("get \"# x\""))));
        assertThat(CommandParser.parse("'#' x"))
                .isEqualTo(new Failure<>(new UnknownCommand(new Span(0, 3), "#", Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"set a \uDCFF\uDCFE, 6", "\uDC80, 0", "# \uDCE4, 2", "set 😀 x\uDC80, 8", "set 𐲀 \uDC80, 7"})
    void a_byte_that_is_not_utf_8_is_the_first_mistake_in_any_line(String line, int at) {
        var mistake = new NotUtf8(new Span(at, at + 1), line.substring(0, at));

        assertThat(CommandParser.parse(line)).isEqualTo(new Failure<>(mistake));
    }

    @Test
    void the_position_of_such_a_byte_is_counted_in_bytes() {
        assertThat(Wording.of(new NotUtf8(new Span(8, 9), "set 😀é ")))
                .isEqualTo(new Wording(
                        "the line is not valid UTF-8",
                        "byte 12 of the line, counting from 1; save the script as UTF-8"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void white_space_separates_words_wherever_it_is(String name, char c) {
        String line = "_set_name__Alice_".replace('_', c);

        assertThat(CommandParser.parse(line)).isEqualTo(new Success<>(new Set("name", "Alice")));
    }

    static List<Arguments> white_space_separates_words_wherever_it_is() {
        return List.of(
                arguments("U+0009 tab", '\t'),
                arguments("U+000B vertical tab", '\u000B'),
                arguments("U+000C form feed", '\f'),
                arguments("U+000D carriage return", '\r'),
                arguments("U+0020 space", ' '),
                arguments("U+0085 next line", '\u0085'),
                arguments("U+00A0 no-break space", '\u00A0'),
                arguments("U+2003 em space", '\u2003'),
                arguments("U+2028 line separator", '\u2028'),
                arguments("U+202F narrow no-break space", '\u202F'),
                arguments("U+3000 ideographic space", '\u3000'));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void look_alikes_of_white_space_belong_to_words(String name, char c) {
        String line = "get _na_me_".replace('_', c);
        String key = "_na_me_".replace('_', c);

        assertThat(CommandParser.parse(line)).isEqualTo(new Success<>(new Get(key)));
    }

    static List<Arguments> look_alikes_of_white_space_belong_to_words() {
        return List.of(
                arguments("U+0000 null", '\0'),
                arguments("U+001C file separator", '\u001C'),
                arguments("U+180E Mongolian vowel separator", '\u180E'),
                arguments("U+200B zero width space", '\u200B'),
                arguments("U+2800 Braille pattern blank", '\u2800'),
                arguments("U+FEFF byte order mark", '\uFEFF'));
    }

    /// The two tables above are examples. This is the rule: the JDK's regular expressions know the
    /// property, so the test can ask them about every character.
    @Test
    void white_space_is_what_unicode_says_and_nothing_else() {
        Predicate<String> whiteSpace = Pattern.compile("\\p{IsWhite_Space}").asMatchPredicate();

        List<String> wrong = IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
                .filter(c -> separates((char) c) != whiteSpace.test(Character.toString(c)))
                .mapToObj("U+%04X"::formatted)
                .toList();

        assertThat(wrong).isEmpty();
    }

    private static boolean separates(char c) {
        return CommandParser.parse("get" + c + "name").equals(new Success<>(new Get("name")));
    }
}
