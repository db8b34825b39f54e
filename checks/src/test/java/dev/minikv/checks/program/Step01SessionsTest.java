package dev.minikv.checks.program;

import static dev.minikv.checks.program.Program.goodEnd;
import static dev.minikv.checks.program.Program.run;
import static dev.minikv.checks.program.Program.runInShell;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Step 01 with input that the original's sessions do not show; nobody would type some of it.
class Step01SessionsTest {

    /// Decoders differ in the number of replacement characters for a run of malformed bytes: here, it is
    /// one.
    @ParameterizedTest
    @CsvFileSource(resources = "/sessions.csv", delimiterString = " => ")
    void input_is_answered(String typed, String answers) throws Exception {
        Run run = Run.of(Program.step01(), typed.translateEscapes().getBytes(ISO_8859_1), Run.LIMIT);

        assertThat(new Run(run.exitCode(), run.out().replaceAll("\uFFFD+", "\uFFFD"), run.err()))
                .isEqualTo(goodEnd(answers.translateEscapes()));
    }

    @Test
    void random_bytes_are_answered() throws Exception {
        long seed = new Random().nextLong();
        byte[] bytes = new byte[100_000];
        new Random(seed).nextBytes(bytes);

        Run run = Run.of(Program.step01(), bytes, Run.LIMIT);

        assertThat(run.exitCode()).as("exit code for seed %d", seed).isZero();
        assertThat(run.err()).as("errors for seed %d", seed).isEmpty();
        assertThat(run.out())
                .as("output for seed %d", seed)
                .startsWith(Program.BANNER + "> ")
                .contains("Unknown command: ", "\uFFFD")
                .endsWith("> \n");
    }

    @Test
    void a_value_of_ten_megabytes_comes_back() throws Exception {
        String value = "é☕".repeat(10_000_000 / "é☕".getBytes(UTF_8).length);

        Run run = run("set k " + value + "\nget k\n");

        // Not isEqualTo, which would print the difference.
        Run expected = goodEnd("> ✓ Set 'k' = '" + value + "'\n> " + value + "\n> \n");
        assertThat(run.equals(expected)).as("the value came back").isTrue();
    }

    @Nested
    class When_a_stream_fails {

        @Test
        void it_ends_silently_when_its_reader_has_seen_enough() throws Exception {
            Run run = runInShell("""
                    { yes count 2>/dev/null | "$@"; echo "exit code $?" >&2; } | head -1""");

            assertThat(run.out()).isEqualTo("☕ Mini KV Store - Learning Project\n");
            assertThat(run.err()).isEqualTo("exit code 0\n");
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell")
        void it_says_why_it_cannot_read() throws Exception {
            Run run = runInShell("\"$@\" <.");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).isEqualTo("Input or output failed: Is a directory\n");
        }

        @Test
        @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /dev/full")
        void it_says_why_it_cannot_write() throws Exception {
            assertThat(runInShell("\"$@\" >/dev/full"))
                    .isEqualTo(new Run(1, "", "Input or output failed: No space left on device\n"));
        }
    }

    /// It flushes its output before it waits for input, on a pipe, too.
    @Test
    @Timeout(value = 30, threadMode = SEPARATE_THREAD) // only this ends a read that gets no answer
    void each_answer_and_the_next_prompt_come_before_the_next_command_or_half_of_it() throws Exception {
        Process process = Program.step01().start();
        try (Reader out = process.inputReader(UTF_8);
                Writer in = process.outputWriter(UTF_8)) {
            assertThat(readToPrompt(out)).isEqualTo(Program.BANNER + "> ");

            type("set name Alice\n", in);
            assertThat(readToPrompt(out)).isEqualTo("✓ Set 'name' = 'Alice'\n> ");

            type("get name\n", in);
            assertThat(readToPrompt(out)).isEqualTo("Alice\n> ");

            type("set name Bob\nget na", in);
            assertThat(readToPrompt(out)).isEqualTo("✓ Set 'name' = 'Bob'\n> ");

            type("me\n", in);
            assertThat(readToPrompt(out)).isEqualTo("Bob\n> ");
        } finally {
            process.destroyForcibly();
        }
    }

    private static void type(String text, Writer in) throws IOException {
        in.write(text);
        in.flush();
    }

    private static String readToPrompt(Reader out) throws IOException {
        var text = new StringBuilder();
        for (int c = out.read(); c >= 0; c = out.read()) {
            text.append((char) c);
            if (text.toString().endsWith("\n> ")) {
                break;
            }
        }
        return text.toString();
    }

    /// Words are separated by the characters with Unicode's property White_Space, as in the original.
    @Nested
    class White_space {

        /// All of them except '\n', which ends a line.
        private static final int[] WHITE_SPACE = {
            0x0009, 0x000B, 0x000C, 0x000D, 0x0020, 0x0085, 0x00A0, 0x1680, 0x2000, 0x2001, 0x2002,
            0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F,
            0x205F, 0x3000
        };

        /// White space by other definitions: Java's own, the zero-width space, the byte order mark, and
        /// the Mongolian vowel separator, which Unicode has taken off its list.
        private static final int[] LOOK_ALIKES = {0x001C, 0x200B, 0xFEFF, 0x180E};

        @Test
        void is_what_unicode_says() {
            var property = Pattern.compile("\\p{IsWhite_Space}").asMatchPredicate();

            int[] all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                    .filter(c -> property.test(Character.toString(c)) && c != '\n')
                    .toArray();

            assertThat(all).isEqualTo(WHITE_SPACE);
        }

        @Test
        void separates_words_anywhere_in_a_line() throws Exception {
            Run run = run(forEach(WHITE_SPACE, "_set_NAME_one_two_\n"));

            assertThat(run).isEqualTo(goodEnd(forEach(WHITE_SPACE, "> ✓ Set 'NAME' = 'one two'\n") + "> \n"));
        }

        @Test
        void has_look_alikes_that_belong_to_words_anywhere_in_a_line() throws Exception {
            Run run = run(forEach(LOOK_ALIKES, """
                    _set NAME 1
                    set NAME one_two
                    get NAME_
                    """));

            String answers = forEach(LOOK_ALIKES, """
                    > Unknown command: _set
                    Available: set, get, delete, count, quit
                    > ✓ Set 'NAME' = 'one_two'
                    > Key 'NAME_' not found
                    """);
            assertThat(run).isEqualTo(goodEnd(answers + "> \n"));
        }

        /// Repeats a text for each character, which replaces `_`; its name, such as U+0009, replaces
        /// `NAME`.
        private static String forEach(int[] characters, String text) {
            var all = new StringBuilder();
            for (int c : characters) {
                String name = "U+%04X".formatted(c);
                all.append(text.replace("NAME", name).replace("_", Character.toString(c)));
            }
            return all.toString();
        }
    }
}
