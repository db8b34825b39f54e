package dev.minikv.step02.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineInputTest {

    @Test
    void lines_end_only_at_a_newline() throws IOException {
        assertThat(lines("a\rb\u0085c\u2028d\r\n\ne\n")).containsExactly("a\rb\u0085c\u2028d\r", "", "e");
    }

    @Test
    void a_last_line_needs_no_newline() throws IOException {
        assertThat(lines("a\nb")).containsExactly("a", "b");
    }

    @Test
    void empty_input_has_no_lines() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {8191, 8192, 8193, 20_000}) // around one chunk of 8192, and several
    void long_lines_arrive_whole(int length) throws IOException {
        String line = "x".repeat(length);

        assertThat(lines(line + "\nnext\n")).containsExactly(line, "next");
    }

    @Test
    void it_flushes_before_it_waits() throws IOException {
        var events = new ArrayList<String>();
        var in = new LineInput(new Source("a\nb\n", false, events), () -> events.add("flush"));

        in.readLine();
        assertThat(events).as("before the first line").containsExactly("flush", "read");

        in.readLine();
        assertThat(events).as("the second line was there already").containsExactly("flush", "read");

        in.readLine();
        assertThat(events).as("before the end").containsExactly("flush", "read", "flush", "read");
    }

    @Test
    void it_does_not_flush_while_input_is_ready() throws IOException {
        var events = new ArrayList<String>();
        var in = new LineInput(new Source("a\nb\n", true, events), () -> events.add("flush"));

        readAll(in);

        assertThat(events).containsExactly("read", "read");
    }

    private static List<String> lines(String input) throws IOException {
        return readAll(new LineInput(new StringReader(input), () -> {}));
    }

    private static List<String> readAll(LineInput in) throws IOException {
        var lines = new ArrayList<String>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    /// Input that says whether it is ready, and records each time it is read.
    private static final class Source extends StringReader {

        private final boolean ready;
        private final List<String> events;

        Source(String text, boolean ready, List<String> events) {
            super(text);
            this.ready = ready;
            this.events = events;
        }

        @Override
        public boolean ready() {
            return ready;
        }

        @Override
        public int read(char[] buffer, int start, int length) throws IOException {
            events.add("read");
            return super.read(buffer, start, length);
        }
    }
}
