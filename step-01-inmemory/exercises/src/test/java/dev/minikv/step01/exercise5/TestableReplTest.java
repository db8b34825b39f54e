package dev.minikv.step01.exercise5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step01.store.MiniKvStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
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
    void the_end_of_the_input_ends_the_loop() throws IOException {
        assertThat(session("count")).as("the end of the input counts as quit").isEqualTo("""
                        > 0
                        > Goodbye!
                        """);
    }

    @Test
    void any_white_space_separates_words() throws IOException {
        assertThat(session("\tset \t drink tea ", "\tget\tdrink", " quit\t"))
                .as("how much white space there is, and of which kind, makes no difference")
                .isEqualTo("""
                        > OK
                        > tea
                        > Goodbye!
                        """);
    }

    @Test
    void keys_and_values_keep_their_case() throws IOException {
        assertThat(session("SET Name McCoy", "Get Name", "get name", "quit"))
                .as("capitals make no difference in a command, but do in a key or a value")
                .isEqualTo("""
                        > OK
                        > McCoy
                        > Key 'name' not found
                        > Goodbye!
                        """);
    }

    @Test
    void nothing_is_held_back_at_a_terminal() throws IOException {
        assertThat(terminal("count", "quit"))
                .as("what was written is on the screen before the loop waits, and when it ends")
                .isEqualTo("""
                        > count
                        0
                        > quit
                        Goodbye!
                        """);
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
        var keyboard = new Keyboard(Writer.nullWriter(), lines);
        new TestableRepl(new MiniKvStore(), keyboard, written).run();
        return written.text();
    }

    /// Runs the REPL at a terminal, and returns what the screen shows at the end. A typed line
    /// appears when it is typed, and what the REPL writes appears when it is flushed.
    private static String terminal(String... lines) throws IOException {
        var screen = new Screen();
        var keyboard = new Keyboard(screen, lines);
        new TestableRepl(new MiniKvStore(), keyboard, new BufferedWriter(screen)).run();
        return screen.text();
    }

    /// Input as a person types it: a line whenever one is asked for, and then its end.
    ///
    /// Whoever goes on asking after the end gets, the tenth time, a line that says so, and then a
    /// `quit`, so that a loop that would not end does.
    private static final class Keyboard extends Reader {

        private static final String END = "";

        private final Writer echo;
        private final Iterator<String> typed;
        private String rest = ""; // what has been typed and not yet read

        Keyboard(Writer echo, String... lines) {
            this.echo = echo;
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
        public int read(char[] buffer, int start, int length) throws IOException {
            if (rest.isEmpty()) {
                rest = next();
                echo.write(rest);
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
            return typed.next();
        }

        @Override
        public void close() {}
    }

    /// What was written. It holds a thousand characters, so that no loop can fill the memory.
    private static final class Screen extends Writer {

        private final StringBuilder text = new StringBuilder();

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
