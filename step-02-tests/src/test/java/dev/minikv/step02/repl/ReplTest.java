package dev.minikv.step02.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.step02.store.MiniKvStore;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The loop between test doubles: what it asks of the store, and what it does when a stream fails.
class ReplTest {

    @Nested
    class Over_a_stub_store {

        @Test
        void it_shows_what_the_store_answers() throws IOException {
            var store = new StubStore(Optional.of("from the stub"), 42);

            String answers = run(store, """
                    get name
                    delete name
                    count
                    quit
                    """);

            assertThat(answers).isEqualTo("""
                    > from the stub
                    > ✓ Deleted 'name' (was: 'from the stub')
                    > Store contains 42 items
                    > Goodbye! ☕
                    """);
        }

        @Test
        void it_remembers_nothing_itself() throws IOException {
            var store = new StubStore(Optional.empty(), 0);

            String answers = run(store, """
                    set name Alice
                    get name
                    delete name
                    count
                    quit
                    """);

            assertThat(answers).isEqualTo("""
                    > ✓ Set 'name' = 'Alice'
                    > Key 'name' not found
                    > Key 'name' not found
                    > Store contains 0 items
                    > Goodbye! ☕
                    """);
        }

        @Test
        void it_asks_the_store_once_for_each_command() throws IOException {
            var store = new StubStore(Optional.empty(), 0);

            run(store, """
                    set name Ada Lovelace
                    get name
                    delete name
                    count
                    quit
                    """);

            assertThat(store.calls).containsExactly("set(name, Ada Lovelace)", "get(name)", "delete(name)", "count()");
        }

        @Test
        void it_does_not_bother_the_store_with_lines_that_are_not_commands() throws IOException {
            var store = new StubStore(Optional.empty(), 0);

            run(store, """
                    set name
                    get
                    delete
                    COUNT
                    help

                    quit
                    """);

            assertThat(store.calls).isEmpty();
        }

        @Test
        void it_ignores_the_lines_after_quit() throws IOException {
            var store = new StubStore(Optional.empty(), 0);

            String answers = run(store, """
                    quit
                    set name Alice
                    """);

            assertThat(answers).isEqualTo("> Goodbye! ☕\n");
            assertThat(store.calls).isEmpty();
        }
    }

    @Nested
    class Over_a_stream_that_fails {

        @Test
        void it_says_why_it_cannot_read() throws IOException {
            Reader in = Reader.nullReader();
            in.close();

            assertThatThrownBy(new Repl(new MiniKvStore(), in, Writer.nullWriter())::run)
                    .isInstanceOf(IOException.class)
                    .hasMessage("Stream closed");
        }

        @Test
        void it_says_why_it_cannot_write() throws IOException {
            Writer out = Writer.nullWriter();
            out.close();

            assertThatThrownBy(new Repl(new MiniKvStore(), Reader.nullReader(), out)::run)
                    .isInstanceOf(IOException.class)
                    .hasMessage("Stream closed");
        }
    }

    /// Runs the loop over these lines, and returns what it writes after its banner.
    private static String run(KeyValueStore store, String lines) throws IOException {
        var out = new StringWriter();
        new Repl(store, new StringReader(lines), out).run();
        return out.toString().substring(out.toString().indexOf("\n\n") + 2);
    }

    /// A store that stores nothing: it gives the answers that it was created with, and records each
    /// call.
    private static final class StubStore implements KeyValueStore {

        private final List<String> calls = new ArrayList<>();
        private final Optional<String> answer;
        private final int count;

        StubStore(Optional<String> answer, int count) {
            this.answer = answer;
            this.count = count;
        }

        @Override
        public Optional<String> set(String key, String value) {
            calls.add("set(" + key + ", " + value + ")");
            return answer;
        }

        @Override
        public Optional<String> get(String key) {
            calls.add("get(" + key + ")");
            return answer;
        }

        @Override
        public Optional<String> delete(String key) {
            calls.add("delete(" + key + ")");
            return answer;
        }

        @Override
        public int count() {
            calls.add("count()");
            return count;
        }
    }
}
