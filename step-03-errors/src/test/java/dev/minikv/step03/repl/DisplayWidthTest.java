package dev.minikv.step03.repl;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DisplayWidthTest {

    @ParameterizedTest
    @MethodSource
    void a_text_has_a_width_in_columns(String text, int columns) {
        assertThat(DisplayWidth.of(text)).as(text).isEqualTo(columns);
    }

    static List<Arguments> a_text_has_a_width_in_columns() {
        return List.of(
                argumentSet("nothing", "", 0),
                argumentSet("Latin letters", "Alice", 5),
                argumentSet("letters with an accent", "größe", 5),
                argumentSet("letters with a combining accent", "e\u0301e\u0301", 2),
                argumentSet("a letter under many marks", "z\u0300\u0301\u0302\u0303", 1),
                argumentSet("Greek, Cyrillic, Hebrew, Arabic", "αбאب", 4),
                argumentSet("Devanagari with a vowel sign above", "के", 1),
                argumentSet("ideographs", "大漢字", 6),
                argumentSet("an ideograph beyond the first 65,536", "𠮷", 2),
                argumentSet("ideographic punctuation", "、。「」", 8),
                argumentSet("hiragana", "ひらがな", 8),
                argumentSet("katakana with its long vowel mark", "コーヒー", 8),
                argumentSet("katakana of half width", "ｺｰﾋｰ", 4),
                argumentSet("Hangul syllables", "한글", 4),
                argumentSet("a Hangul syllable in its parts", "\u1112\u1161\u11AB", 2),
                argumentSet("Bopomofo and Yi", "ㄅꀀ", 4),
                argumentSet("radicals and squared words", "⺀㍿", 4),
                argumentSet("full-width forms", "Ａ１！", 6),
                argumentSet("an emoji", "😀", 2),
                argumentSet("an emoji among the first 65,536", "☕", 2),
                argumentSet("a symbol that is not an emoji unless it is marked as one", "☂", 1),
                argumentSet("the same symbol, marked", "☂\uFE0F", 2),
                argumentSet("two marked symbols and what follows", "❤\uFE0Fx❤\uFE0Fy", 6),
                argumentSet("an emoji that is marked as well", "😀\uFE0F", 2),
                argumentSet("a letter, which cannot be marked", "a\uFE0F", 1),
                argumentSet("a mark with nothing before it", "\uFE0F", 0),
                argumentSet("a keycap", "1\uFE0F\u20E3", 2),
                argumentSet("a keycap that is not marked as an emoji", "1\u20E3", 1),
                argumentSet("a flag, which is two letters", "🇫🇷", 2),
                argumentSet("an emoji and its skin tone, added up", "👍🏽", 4),
                argumentSet("a family of three, added up", "👩\u200D👩\u200D👧", 6),
                argumentSet("box drawing, arrows, an ellipsis", "─│→…", 4));
    }

    /// The known differences from JLine's table.
    private enum Difference {
        A_SKIN_TONE, // two columns here, because parts are added up
        A_PICTURE_THAT_IS_NOT_AN_EMOJI, // one column here: a squared letter, a chess piece, half a flag

        UNKNOWN;

        static Difference at(int c) {
            int here = DisplayWidth.of(Character.toString(c));
            if (Character.isEmojiModifier(c)) {
                return A_SKIN_TONE;
            } else if (here == 1 && c >= 0x1F000 && c <= 0x1FBFF) {
                return A_PICTURE_THAT_IS_NOT_AN_EMOJI;
            } else {
                return UNKNOWN;
            }
        }
    }

    /// JLine moves the cursor by its own table of widths. It agrees on every character that is ever shown
    /// unescaped, except for the differences listed above.
    @Test
    void jline_knows_nearly_the_same_widths() {
        Map<Difference, List<String>> differences = IntStream.rangeClosed(' ', Character.MAX_CODE_POINT)
                .filter(c -> Quotes.visible(Character.toString(c)).equals(Character.toString(c)))
                .filter(c -> DisplayWidth.of(Character.toString(c)) != WCWidth.wcwidth(c))
                .boxed()
                .collect(groupingBy(Difference::at, mapping("U+%04X"::formatted, toList())));

        assertThat(differences.getOrDefault(Difference.UNKNOWN, List.of())).isEmpty();
        assertThat(differences.keySet())
                .as("differences that occur")
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Difference.UNKNOWN)));
    }
}
