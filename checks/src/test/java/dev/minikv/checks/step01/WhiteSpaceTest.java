package dev.minikv.checks.step01;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.program.Run;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What separates words: the characters with Unicode's property White_Space, as in the original.
class WhiteSpaceTest {

    /// All of them but '\n', which ends a line.
    private static final int[] WHITE_SPACE = {
        0x0009, 0x000B, 0x000C, 0x000D, 0x0020, 0x0085, 0x00A0, 0x1680, 0x2000, 0x2001, 0x2002,
        0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F,
        0x205F, 0x3000
    };

    /// White space by other definitions: Java's own, the zero-width space, the byte order mark, and
    /// the Mongolian vowel separator, which Unicode has taken off its list.
    private static final int[] LOOK_ALIKES = {0x001C, 0x200B, 0xFEFF, 0x180E};

    @Test
    void the_list_is_the_one_of_unicode() {
        var property = Pattern.compile("\\p{IsWhite_Space}").asMatchPredicate();

        int[] all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> property.test(Character.toString(c)) && c != '\n')
                .toArray();

        assertThat(all).isEqualTo(WHITE_SPACE);
    }

    @Test
    void white_space_separates_words_wherever_it_stands_in_a_line() throws Exception {
        String input = forEach(WHITE_SPACE, "_set_NAME_one_two_\n");

        Run run = Step01.run(input);

        String answers = forEach(WHITE_SPACE, "> ✓ Set 'NAME' = 'one two'\n");
        assertThat(run).isEqualTo(Step01.goodEnd(answers + "> \n"));
    }

    @Test
    void look_alikes_belong_to_words_wherever_they_stand_in_a_line() throws Exception {
        String input = forEach(LOOK_ALIKES, """
                _set NAME 1
                set NAME one_two
                get NAME_
                """);

        Run run = Step01.run(input);

        String answers = forEach(LOOK_ALIKES, """
                > Unknown command: _set
                Available: set, get, delete, count, quit
                > ✓ Set 'NAME' = 'one_two'
                > Key 'NAME_' not found
                """);
        assertThat(run).isEqualTo(Step01.goodEnd(answers + "> \n"));
    }

    @Test
    void a_carriage_return_ends_no_line() throws Exception {
        Run run = Step01.run("set a 1\rget a\r\ncount\r\n");

        assertThat(run).isEqualTo(Step01.goodEnd("""
                > ✓ Set 'a' = '1 get a'
                > Store contains 1 items
                >\s
                """));
    }

    /// Repeats a text for each character: `_` is where it goes, `NAME` its name, such as U+0009.
    private static String forEach(int[] characters, String text) {
        var all = new StringBuilder();
        for (int c : characters) {
            String name = "U+%04X".formatted(c);
            all.append(text.replace("NAME", name).replace("_", Character.toString(c)));
        }
        return all.toString();
    }
}
