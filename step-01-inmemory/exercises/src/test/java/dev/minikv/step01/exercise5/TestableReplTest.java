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
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.5")
class TestableReplTest {

    @Test
    void everything_is_written_to_the_writer() throws IOException {
        assertThat(session("set drink tea", "get drink", "quit"))
                .as("prompts and answers go to the writer that the constructor was given")
                .isEqualTo("""
                        > OK
                        > tea
                        > Goodbye!
                        """);
    }

    @Test
    void every_answer_is_written_word_for_word() throws IOException {
        assertThat(session("set drink", "set drink green tea", "get", "get a b", "get cup", "count", "dance", "quit"))
                .as("mistakes are answered on the writer, too, and all answers keep their words")
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
    void the_end_of_the_input_ends_the_loop() throws IOException {
        assertThat(session("count")).as("the end of the input counts as quit").isEqualTo("""
                        > 0
                        > Goodbye!
                        """);
    }

    @Test
    void nothing_comes_after_the_goodbye() throws IOException {
        assertThat(List.of(session(), session("quit", "count")))
                .as("quit ends the loop, and so does the end of an input that holds nothing")
                .isEqualTo(List.of("> Goodbye!\n", "> Goodbye!\n"));
    }

    @Test
    void any_white_space_separates_words() throws IOException {
        assertThat(session("set \t drink   tea", "get\tdrink", "quit"))
                .as("how much white space there is, and of which kind, makes no difference")
                .isEqualTo("""
                        > OK
                        > tea
                        > Goodbye!
                        """);
    }

    @Test
    void white_space_around_a_line_means_nothing() throws IOException {
        assertThat(session("\tset drink tea ", "  get drink\t", " quit\t"))
                .as("white space at the start and at the end of a line belongs to no word")
                .isEqualTo("""
                        > OK
                        > tea
                        > Goodbye!
                        """);
    }

    @Test
    void a_line_of_white_space_gets_no_answer() throws IOException {
        assertThat(session("", " \t ", "count", "quit"))
                .as("a line without a word is followed by the next prompt")
                .isEqualTo("""
                        > > > 0
                        > Goodbye!
                        """);
    }

    @Test
    void capitals_make_no_difference_in_a_command() throws IOException {
        assertThat(List.of(inTurkish("SET drink tea", "Get drink", "cOUNT", "QUIT"), inTurkish("quit")))
                .as("a command may be typed in capitals, whatever language the machine speaks")
                .isEqualTo(List.of("> OK\n> tea\n> 1\n> Goodbye!\n", "> Goodbye!\n"));
    }

    @Test
    void keys_and_values_keep_their_case() throws IOException {
        assertThat(session("set Name McCoy", "get Name", "get name", "GET NAME", "quit"))
                .as("capitals make no difference in a command, but do in a key or a value")
                .isEqualTo("""
                        > OK
                        > McCoy
                        > Key 'name' not found
                        > Key 'NAME' not found
                        > Goodbye!
                        """);
    }

    @Test
    void an_unknown_word_is_shown_as_it_was_typed() throws IOException {
        assertThat(session("Dance", "\tSETS drink tea", "quitter", "quit"))
                .as("the answer shows the first word, as it was typed, and nothing else of the line")
                .isEqualTo("""
                        > Unknown command: Dance
                        > Unknown command: SETS
                        > Unknown command: quitter
                        > Goodbye!
                        """);
    }

    @Test
    void nothing_is_held_back_while_the_loop_waits() throws IOException {
        assertThat(screenBeforeTheEnd("count", "", "set drink tea"))
                .as("what was written is on the screen before the loop waits for a line")
                .isEqualTo("""
                        > count
                        0
                        >\s
                        > set drink tea
                        OK
                        >\s""");
    }

    @Test
    void nothing_is_held_back_when_the_loop_ends() throws IOException {
        assertThat(List.of(screen("quit"), screen("count")))
                .as("the last answer is on the screen when the loop ends, with or without quit")
                .isEqualTo(List.of("> quit\nGoodbye!\n", "> count\n0\n> Goodbye!\n"));
    }

    @Test
    void nothing_is_written_anywhere_else() throws IOException {
        assertThat(List.of(
                        console("set drink tea", "set", "get drink", "get cup", "dance", "", "quit"), console("count")))
                .as("System.out and System.err stay empty, whether quit or the input's end ends the loop")
                .isEqualTo(List.of("", ""));
    }

    @Test
    void answers_come_from_what_was_typed() throws IOException {
        assertThat(session("set tree oak", "set fruit fig", "get tree", "count", "quit"))
                .as("any key and any value will do, not only those of the examples")
                .isEqualTo("""
                        > OK
                        > OK
                        > oak
                        > 2
                        > Goodbye!
                        """);
    }

    /// Runs the REPL over these lines, and returns what it wrote.
    private static String session(String... lines) throws IOException {
        var written = new Screen();
        var keyboard = new Keyboard(new Screen(), lines);
        new TestableRepl(new MiniKvStore(), keyboard, written).run();
        return written.text();
    }

    /// Runs a session on a machine whose language is Turkish, in which a small I is ı, without a dot.
    private static String inTurkish(String... lines) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr"));
        try {
            return session(lines);
        } finally {
            Locale.setDefault(before);
        }
    }

    /// Runs a session, and returns what reaches System.out and System.err meanwhile.
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

    /// Runs the REPL at a terminal, and returns what the screen shows at the end. A typed line
    /// appears when it is typed, and what the REPL writes appears when it is flushed.
    private static String screen(String... lines) throws IOException {
        return atTerminal(lines).screen.text();
    }

    /// Runs the REPL at a terminal, and returns what the screen shows when all lines are typed and the
    /// REPL waits for another one.
    private static String screenBeforeTheEnd(String... lines) throws IOException {
        return atTerminal(lines).beforeTheEnd;
    }

    private static Keyboard atTerminal(String... lines) throws IOException {
        var keyboard = new Keyboard(new Screen(), lines);
        new TestableRepl(new MiniKvStore(), keyboard, new BufferedWriter(keyboard.screen)).run();
        return keyboard;
    }

    /// Input as a person types it: a line whenever one is asked for, and then its end.
    ///
    /// Whoever goes on asking after the end gets, the tenth time, a line that says so, and then a
    /// `quit`, so that a loop that would not end does.
    private static final class Keyboard extends Reader {

        private static final String END = "";

        private final Screen screen;
        private final Iterator<String> typed;
        private String rest = ""; // what has been typed and not yet read
        private String beforeTheEnd = ""; // what the screen showed at that moment

        Keyboard(Screen screen, String... lines) {
            this.screen = screen;
            var typed = new ArrayList<String>();
            for (String line : lines) {
                typed.add(line + "\n");
            }
            typed.addAll(Collections.nCopies(9, END));
            typed.add("the-input-is-over\n");
            typed.add("quit\n");
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
                throw new AssertionError("the loop goes on reading, and does not end");
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

    /// What was written. It holds a thousand characters, so that no loop can fill the memory.
    private static final class Screen extends Writer {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(String added) {
            write(added.toCharArray(), 0, added.length());
        }

        @Override
        public void write(char[] chars, int start, int length) {
            if (text.length() > 1000) {
                throw new AssertionError("the loop goes on writing, and does not end");
            }
            text.append(chars, start, length);
        }

        String text() {
            return text.toString().replace("\r\n", "\n"); // what println writes on Windows
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
