package dev.minikv.step01.exercise5;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step01.store.MiniKvStore;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.5")
class TestableReplTest {

    @Test
    void everything_is_written_to_the_writer() throws IOException {
        assertThat(session("set drink tea", "get drink", "quit"))
                .as("prompts and answers go to the writer that was passed to the constructor")
                .isEqualTo("""
                        > OK
                        > tea
                        > Goodbye!
                        """);
    }

    @Test
    void a_repl_works_with_what_it_was_given() throws IOException {
        assertThat(besideAnother("count", "set drink tea", "quit"))
                .as("a REPL uses the store, the reader and the writer that were passed to its constructor")
                .isEqualTo("""
                        > 1
                        > OK
                        > Goodbye!
                        """);
    }

    @Test
    void every_answer_is_written_word_for_word() throws IOException {
        assertThat(session("set drink", "set drink green tea", "get", "get a b", "get cup", "count", "dance", "quit"))
                .as("answers to mistakes go to the writer, too, and all answers keep their wording")
                .isEqualTo("""
                        > Usage: set <key> <value>
                        > Usage: set <key> <value>
                        > Usage: get <key>
                        > Usage: get <key>
                        > Key 'cup' not found
                        > 0
                        > Unknown command: dance
                        > Goodbye!
                        """);
    }

    @Test
    void answers_come_from_what_was_typed() throws IOException {
        assertThat(session("set tree oak", "set tree elm", "set fig fig", "get tree", "get fig", "count", "quit"))
                .as("answers come from what was typed, whatever the keys and values are")
                .isEqualTo("""
                        > OK
                        > OK
                        > OK
                        > elm
                        > fig
                        > 2
                        > Goodbye!
                        """);
    }

    @Test
    void a_count_is_written_in_plain_digits() throws IOException {
        assertThat(inLanguage("ar-EG", storeOf(1100), "count", "quit"))
                .as("a count has only the digits 0 to 9, with no separators, whatever language the machine speaks")
                .isEqualTo("""
                        > 1100
                        > Goodbye!
                        """);
    }

    @Test
    void the_end_of_the_input_ends_the_loop() throws IOException {
        assertThat(List.of(session("count"), withoutLineEnd("count")))
                .as("the end of the input counts as quit, even after a line without a newline")
                .isEqualTo(List.of("> 0\n> Goodbye!\n", "> 0\n> Goodbye!\n"));
    }

    @Test
    void nothing_comes_after_the_goodbye() throws IOException {
        assertThat(List.of(session(), session("quit", "count")))
                .as("quit ends the loop, and so does the end of an empty input")
                .isEqualTo(List.of("> Goodbye!\n", "> Goodbye!\n"));
    }

    @Test
    void any_white_space_separates_words() throws IOException {
        assertThat(session("set \t drink    tea", "get\tdrink", "quit"))
                .as("neither the amount nor the kind of white space makes a difference")
                .isEqualTo("""
                        > OK
                        > tea
                        > Goodbye!
                        """);
    }

    @Test
    void any_other_character_belongs_to_a_word() throws IOException {
        assertThat(session(
                        "set user:1 a-b,c",
                        "get user:1",
                        "set \"é\" 100%",
                        "get \"é\"",
                        "get #1",
                        "get \"e,f\"",
                        "quit"))
                .as("only spaces and tabs separate words: any other character is part of a word, and unchanged")
                .isEqualTo("""
                        > OK
                        > a-b,c
                        > OK
                        > 100%
                        > Key '#1' not found
                        > Key '"e,f"' not found
                        > Goodbye!
                        """);
    }

    @Test
    void only_the_first_word_is_a_command() throws IOException {
        assertThat(session("get quit", "set count quit", "get count", "quit"))
                .as("after the first word, the names of commands are keys and values like any others")
                .isEqualTo("""
                        > Key 'quit' not found
                        > OK
                        > quit
                        > Goodbye!
                        """);
    }

    @Test
    void white_space_around_a_line_means_nothing() throws IOException {
        assertThat(session("\tset drink tea ", "    get drink\t", " quit\t"))
                .as("white space at the start and at the end of a line is not part of a word")
                .isEqualTo("""
                        > OK
                        > tea
                        > Goodbye!
                        """);
    }

    @Test
    void a_line_of_white_space_gets_no_answer() throws IOException {
        assertThat(session("", " \t ", "count", ""))
                .as("after a line without a word comes the next prompt, with no answer")
                .isEqualTo("""
                        > > > 0
                        > > Goodbye!
                        """);
    }

    @Test
    void capitals_make_no_difference_in_a_command() throws IOException {
        assertThat(List.of(
                        session("SET drink tea", "Get drink", "cOUNT", "QUIT"),
                        session("  QUIT"),
                        inLanguage("tr", new MiniKvStore(), "QUIT"),
                        inLanguage("az", new MiniKvStore(), "QUIT"),
                        inLanguage("tr", new MiniKvStore(), "quit")))
                .as("a command may be typed in capitals, whatever language the machine speaks")
                .isEqualTo(List.of(
                        "> OK\n> tea\n> 1\n> Goodbye!\n",
                        "> Goodbye!\n",
                        "> Goodbye!\n",
                        "> Goodbye!\n",
                        "> Goodbye!\n"));
    }

    @Test
    void keys_and_values_keep_their_case() throws IOException {
        assertThat(session("set Name McCoy", "get Name", "get name", "GET NAME", "SET Name McKay", "GET Name", "quit"))
                .as("capitals make no difference in a command, but do in a key or a value")
                .isEqualTo("""
                        > OK
                        > McCoy
                        > Key 'name' not found
                        > Key 'NAME' not found
                        > OK
                        > McKay
                        > Goodbye!
                        """);
    }

    @Test
    void keys_that_look_alike_are_two_keys() throws IOException {
        assertThat(session("set \u00e9 one", "set e\u0301 two", "set \uff21 three", "get \u00e9", "get A", "count"))
                .as("a key is the characters that were typed, not what they look like")
                .isEqualTo("""
                        > OK
                        > OK
                        > OK
                        > one
                        > Key 'A' not found
                        > 3
                        > Goodbye!
                        """);
    }

    @Test
    void an_unknown_word_is_shown_as_it_was_typed() throws IOException {
        assertThat(session("Dance", "DANCE", "\tSETS drink tea", "dance\tfloor", "dance set", "quit"))
                .as("the answer shows only the first word of the line, as it was typed")
                .isEqualTo("""
                        > Unknown command: Dance
                        > Unknown command: DANCE
                        > Unknown command: SETS
                        > Unknown command: dance
                        > Unknown command: dance
                        > Goodbye!
                        """);
    }

    @Test
    void a_word_that_is_not_a_command_is_unknown() throws IOException {
        assertThat(session("exit", "delete a", "help", "null", "q", "quitter", "counter", "getter a", "#x", "quit"))
                .as("the commands are set, get, count and quit: any other first word is unknown")
                .isEqualTo("""
                        > Unknown command: exit
                        > Unknown command: delete
                        > Unknown command: help
                        > Unknown command: null
                        > Unknown command: q
                        > Unknown command: quitter
                        > Unknown command: counter
                        > Unknown command: getter
                        > Unknown command: #x
                        > Goodbye!
                        """);
    }

    @Test
    void nothing_is_held_back_while_the_loop_waits() throws IOException {
        assertThat(screenBeforeTheEnd("count", "", "set drink tea", "get drink", "get cup", "dance", "\t", "get"))
                .as("everything that was written is on the screen before the loop waits for a line")
                .isEqualTo("""
                        > count
                        0
                        >\s
                        > set drink tea
                        OK
                        > get drink
                        tea
                        > get cup
                        Key 'cup' not found
                        > dance
                        Unknown command: dance
                        > \t
                        > get
                        Usage: get <key>
                        >\s""");
    }

    @Test
    void nothing_is_held_back_when_the_loop_ends() throws IOException {
        assertThat(List.of(screen("quit"), screen("QUIT"), screen("count")))
                .as("the last answer is on the screen when the loop ends, with or without quit")
                .isEqualTo(List.of("> quit\nGoodbye!\n", "> QUIT\nGoodbye!\n", "> count\n0\n> Goodbye!\n"));
    }

    @Test
    void nothing_is_written_anywhere_else() throws IOException {
        assertThat(List.of(
                        console("set drink tea", "set", "get", "GET drink", "get cup", "dance", "", "QUIT"),
                        console("count")))
                .as("nothing goes to System.out or System.err, whether quit or the end of the input ends the loop")
                .isEqualTo(List.of("", ""));
    }

    /// Runs the REPL over these lines, and returns what it wrote.
    private static String session(String... lines) throws IOException {
        return session(new MiniKvStore(), lines);
    }

    private static String session(MiniKvStore store, String... lines) throws IOException {
        var written = new Screen();
        new TestableRepl(store, new Keyboard(new Screen(), lines), written).run();
        return written.text();
    }

    /// Runs a session over a store with one entry, after another REPL has been created.
    private static String besideAnother(String... lines) throws IOException {
        var written = new Screen();
        var repl = new TestableRepl(storeOf(1), new Keyboard(new Screen(), lines), written);
        new TestableRepl(new MiniKvStore(), Reader.nullReader(), Writer.nullWriter());
        repl.run();
        return written.text();
    }

    /// Runs the REPL over a last line that has no newline.
    private static String withoutLineEnd(String line) throws IOException {
        var written = new Screen();
        var keyboard = new Keyboard(new Screen(), List.of(line, Keyboard.END));
        new TestableRepl(new MiniKvStore(), keyboard, written).run();
        return written.text();
    }

    private static MiniKvStore storeOf(int entries) {
        var store = new MiniKvStore();
        IntStream.range(0, entries).forEach(i -> store.set("key" + i, "value"));
        return store;
    }

    /// Runs a session on a machine that speaks this language. In Turkish and in Azerbaijani a small I
    /// is ı, without a dot, and in Egypt digits look different.
    private static String inLanguage(String language, MiniKvStore store, String... lines) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            return session(store, lines);
        } finally {
            Locale.setDefault(before);
        }
    }

    /// Runs a session, and returns what it writes to System.out and System.err.
    private static String console(String... lines) throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, UTF_8));
        System.setErr(System.out);
        try {
            session(lines);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return written.toString(UTF_8);
    }

    /// Runs the REPL at a terminal, and returns what the screen shows at the end. A line appears when
    /// it is typed, and the REPL's output appears when it is flushed.
    private static String screen(String... lines) throws IOException {
        return atTerminal(lines).screen.text();
    }

    /// Runs the REPL at a terminal, and returns what the screen shows after the last line, while the
    /// REPL waits for another one.
    private static String screenBeforeTheEnd(String... lines) throws IOException {
        return atTerminal(lines).beforeTheEnd;
    }

    private static Keyboard atTerminal(String... lines) throws IOException {
        var keyboard = new Keyboard(new Screen(), lines);
        new TestableRepl(new MiniKvStore(), keyboard, new BufferedWriter(keyboard.screen)).run();
        return keyboard;
    }

    /// Input as a user types it: one line whenever the loop asks for one, and then the end.
    ///
    /// A loop that keeps asking after the end gets a line that says so, and then a `quit`, so that it
    /// does end.
    private static final class Keyboard extends Reader {

        private static final String END = "";

        private final Screen screen;
        private final Iterator<String> typed;
        private String rest = ""; // typed, but not yet read
        private String beforeTheEnd = ""; // what the screen showed then

        Keyboard(Screen screen, String... lines) {
            this(screen, Arrays.stream(lines).map(line -> line + "\n").toList());
        }

        Keyboard(Screen screen, List<String> pieces) {
            this.screen = screen;
            var typed = new ArrayList<>(pieces);
            typed.addAll(List.of(END, "the-input-is-over\n", "quit\n"));
            this.typed = typed.iterator();
        }

        @Override
        public int read(char[] buffer, int start, int length) {
            if (rest.isEmpty()) {
                rest = next();
                screen.write(rest);
            }
            int count = Math.min(length, rest.length());
            rest.getChars(0, count, buffer, start);
            rest = rest.substring(count);
            return count == 0 ? -1 : count;
        }

        private String next() {
            if (!typed.hasNext()) {
                throw new AssertionError("the loop keeps reading and does not end");
            }
            String next = typed.next();
            if (next.equals(END) && beforeTheEnd.isEmpty()) {
                beforeTheEnd = screen.text();
            }
            return next;
        }

        @Override
        public void close() {}
    }

    /// The text that was written. It holds about a thousand characters, so that no loop can fill the
    /// memory.
    private static final class Screen extends Writer {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(String added) {
            write(added.toCharArray(), 0, added.length());
        }

        @Override
        public void write(char[] chars, int start, int length) {
            if (text.length() > 1000) {
                throw new AssertionError("the loop keeps writing and does not end");
            }
            text.append(chars, start, length);
        }

        String text() {
            return text.toString().replace("\r\n", "\n"); // println's line end on Windows
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
