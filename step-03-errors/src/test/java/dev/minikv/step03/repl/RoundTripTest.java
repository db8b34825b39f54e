package dev.minikv.step03.repl;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step03.repl.Command.Set;
import dev.minikv.step03.store.Result.Success;
import dev.minikv.step03.store.Shrinker;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A property test: [Tokenizer] reads back whatever string [Quotes] has written, a round trip.
///
/// The build always tries the same random strings; `-Dstrings=5000000` tries more.
class RoundTripTest {

    /// Characters that a terminal may act on or not show, as a regular expression: controls, formats,
    /// halves of surrogate pairs, private and unassigned characters, and white space other than the space.
    static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Z}&&[^ ]]");

    private static final int STRINGS = Integer.getInteger("strings", 50_000);
    private static final int LENGTH = 12;

    @Test
    void a_quoted_string_is_read_back_as_it_was() {
        holdsForAll(text -> readsBack(Quotes.quote(text), text));
    }

    @Test
    void a_string_in_quotes_is_read_back_as_it_was() {
        holdsForAll(text -> readsBack(Quotes.inQuotes(text), text));
    }

    @Test
    void a_quoted_key_and_a_quoted_value_make_a_command() {
        holdsForAll(text -> {
            String line = "set " + Quotes.quote(text) + " " + Quotes.quote(text);
            return CommandParser.parse(line).equals(new Success<>(new Set(text, text)));
        });
    }

    @Test
    void nothing_quoted_makes_a_terminal_do_anything() {
        holdsForAll(text -> !UNSEEN.matcher(Quotes.quote(text) + Quotes.inQuotes(text) + Quotes.visible(text))
                .find());
    }

    @Test
    void every_code_point_is_read_back_as_it_was() {
        List<String> wrong = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(Character::toString)
                .filter(text -> !readsBack(Quotes.quote(text), text))
                .map(RoundTripTest::codePoints)
                .toList();

        assertThat(wrong).isEmpty();
    }

    /// Proves that the law can fail: these quotes forget to escape the backslash.
    @Test
    void a_string_that_breaks_the_law_is_reported_as_short_as_can_be() {
        UnaryOperator<String> careless = text -> '"' + text.replace("\"", "\\\"") + '"';

        assertThatThrownBy(() -> holdsForAll(text -> readsBack(careless.apply(text), text)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("does not hold for [U+005C], from seed 10");
    }

    private static boolean readsBack(String line, String text) {
        var whole = new Span(0, line.length());
        return Tokenizer.tokenize(line).equals(new Success<>(List.of(new Token(text, whole))));
    }

    private static void holdsForAll(Predicate<String> law) {
        for (int seed = 1; seed <= STRINGS; seed++) {
            String text = RandomText.of(new Random(seed), LENGTH);
            if (!law.test(text)) {
                List<Integer> shrunk =
                        Shrinker.shrink(text.codePoints().boxed().toList(), fewer -> !law.test(string(fewer)));
                throw new AssertionError("does not hold for " + codePoints(string(shrunk)) + ", from seed " + seed);
            }
        }
    }

    private static String string(List<Integer> codePoints) {
        return codePoints.stream().map(Character::toString).collect(joining());
    }

    /// Returns a string in a form that every console prints unchanged.
    private static String codePoints(String text) {
        return text.codePoints().mapToObj("U+%04X"::formatted).toList().toString();
    }
}
