package dev.minikv.step02.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.minikv.step02.repl.Command.Count;
import dev.minikv.step02.repl.Command.Delete;
import dev.minikv.step02.repl.Command.Get;
import dev.minikv.step02.repl.Command.Incomplete;
import dev.minikv.step02.repl.Command.Nothing;
import dev.minikv.step02.repl.Command.Quit;
import dev.minikv.step02.repl.Command.Set;
import dev.minikv.step02.repl.Command.Unknown;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Tables of what each line means: the line on the left, the command on the right.
///
/// Each test's table is the method of the same name.
class CommandParserTest {

    @ParameterizedTest
    @MethodSource
    void complete_lines_are_commands(String line, Command command) {
        assertThat(CommandParser.parse(line)).isEqualTo(command);
    }

    static List<Arguments> complete_lines_are_commands() {
        return List.of(
                arguments("set name Alice", new Set("name", "Alice")),
                arguments("get name", new Get("name")),
                arguments("delete name", new Delete("name")),
                arguments("count", new Count()),
                arguments("quit", new Quit()),
                arguments("exit", new Quit()));
    }

    @ParameterizedTest
    @MethodSource
    void lines_with_too_few_words_are_incomplete(String line, String usage) {
        assertThat(CommandParser.parse(line)).isEqualTo(new Incomplete(usage));
    }

    static List<Arguments> lines_with_too_few_words_are_incomplete() {
        return List.of(
                arguments("set", "set <key> <value>"),
                arguments("set name", "set <key> <value>"),
                arguments("set name ", "set <key> <value>"),
                arguments("get", "get <key>"),
                arguments("get ", "get <key>"),
                arguments("delete", "delete <key>"),
                arguments("delete ", "delete <key>"));
    }

    @ParameterizedTest
    @MethodSource
    void extra_words_belong_to_the_value_or_are_ignored(String line, Command command) {
        assertThat(CommandParser.parse(line)).isEqualTo(command);
    }

    static List<Arguments> extra_words_belong_to_the_value_or_are_ignored() {
        return List.of(
                arguments("set name Ada Lovelace", new Set("name", "Ada Lovelace")),
                arguments("set name   Ada \t King   Lovelace  ", new Set("name", "Ada King Lovelace")),
                arguments("get name please", new Get("name")),
                arguments("delete name now please", new Delete("name")),
                arguments("count all", new Count()),
                arguments("quit now", new Quit()),
                arguments("exit now", new Quit()));
    }

    @ParameterizedTest
    @MethodSource
    void keys_and_values_are_any_words(String line, Command command) {
        assertThat(CommandParser.parse(line)).isEqualTo(command);
    }

    static List<Arguments> keys_and_values_are_any_words() {
        return List.of(
                arguments("set set set", new Set("set", "set")),
                arguments("get quit", new Get("quit")),
                arguments("set Name ALICE", new Set("Name", "ALICE")),
                arguments("set 'name' \"Ada", new Set("'name'", "\"Ada")),
                arguments("set a=b c,d;", new Set("a=b", "c,d;")),
                arguments("set -x \\n", new Set("-x", "\\n")),
                arguments("set größe 大きい", new Set("größe", "大きい")),
                arguments("delete 🦀", new Delete("🦀")));
    }

    @ParameterizedTest
    @MethodSource
    void other_first_words_are_unknown(String line, String word) {
        assertThat(CommandParser.parse(line)).isEqualTo(new Unknown(word));
    }

    static List<Arguments> other_first_words_are_unknown() {
        return List.of(
                arguments("help", "help"),
                arguments("name", "name"),
                arguments("put name Alice", "put"),
                arguments("GET name", "GET"),
                arguments("Quit", "Quit"),
                arguments("counts", "counts"),
                arguments("del name", "del"),
                arguments("get=name", "get=name"),
                arguments("'get' name", "'get'"),
                arguments("☕ get name", "☕"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void blank_lines_mean_nothing(String name, String line) {
        assertThat(CommandParser.parse(line)).isEqualTo(new Nothing());
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

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void white_space_separates_words_wherever_it_is(String name, char c) {
        String line = "_set_name_Ada__Lovelace_".replace('_', c);

        assertThat(CommandParser.parse(line)).isEqualTo(new Set("name", "Ada Lovelace"));
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

        assertThat(CommandParser.parse(line)).isEqualTo(new Get(key));
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
        return CommandParser.parse("get" + c + "name").equals(new Get("name"));
    }
}
