package dev.minikv.step03.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step03.store.KeyValueStore;
import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.MiniKvStore;
import dev.minikv.step03.store.Result;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import dev.minikv.step03.store.StoreError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The loop between test doubles: what it asks of the store, and what it does when a stream fails.
class ReplTest {

    @Nested
    class Over_a_stub_store {

        @Test
        void it_shows_what_the_store_answers() throws IOException {
            var store = new StubStore(Optional.of("from the stub"), 42);

            Output output = run(store, """
                    get name
                    exists name
                    delete name
                    keys
                    count
                    clear
                    quit
                    """);

            assertThat(output).isEqualTo(new Output(true, """
                    "from the stub"
                    yes
                    ✓ Deleted "name" (was: "from the stub")
                    a
                    "b c"
                    Store contains 42 items
                    ✓ Deleted 42 items
                    """, ""));
        }

        @Test
        void it_remembers_nothing_itself() throws IOException {
            var store = new StubStore(Optional.empty(), 0);

            Output output = run(store, """
                    set name Alice
                    get name
                    exists name
                    delete name
                    count
                    quit
                    """);

            assertThat(output).isEqualTo(new Output(true, """
                    ✓ Set "name" = "Alice"
                    Key "name" not found
                    no
                    Key "name" not found
                    Store contains 0 items
                    """, ""));
        }

        @Test
        void it_asks_the_store_once_for_each_command() throws IOException {
            var store = new StubStore(Optional.empty(), 0);

            run(store, """
                    set name "Ada Lovelace"
                    get name
                    exists name
                    delete name
                    keys
                    keys na
                    count
                    clear
                    help
                    history
                    quit
                    """);

            assertThat(store.calls)
                    .containsExactly(
                            "set(name, Ada Lovelace)",
                            "get(name)",
                            "contains(name)",
                            "delete(name)",
                            "keys()",
                            "keys(na)",
                            "count()",
                            "clear()");
        }

        @Test
        void it_does_not_bother_the_store_with_lines_that_are_not_commands() throws IOException {
            var store = new StubStore(Optional.empty(), 0);

            run(store, """
                    set name
                    set name Ada Lovelace
                    get
                    delete "name
                    clear everything
                    COUNT
                    put name Alice

                    quit
                    """);

            assertThat(store.calls).isEmpty();
        }

        @Test
        void it_acknowledges_nothing_that_the_store_refuses() throws IOException {
            var store = new StubStore(Optional.empty(), 0);
            store.error = Optional.of(new StoreError.StoreFull(7));

            Output output = run(store, "set name Alice\n");

            assertThat(output).isEqualTo(new Output(false, "", """
                    line 1: the store is full: it holds 7 keys
                      nothing was stored; delete a key first, or raise the limit with --max-entries
                    """));
        }

        @Test
        void it_ignores_the_lines_after_quit() throws IOException {
            var store = new StubStore(Optional.empty(), 0);

            Output output = run(store, """
                    quit
                    set name Alice
                    """);

            assertThat(output).isEqualTo(new Output(true, "", ""));
            assertThat(store.calls).isEmpty();
        }
    }

    @Nested
    class After_an_error {

        private final MiniKvStore store = new MiniKvStore(Limits.DEFAULT);

        @Test
        void it_goes_on_and_reports_in_the_end_that_a_line_failed() throws IOException {
            Output output = run(store, """
                    set name Alice

                    put name Bob
                    get name
                    """);

            assertThat(output).isEqualTo(new Output(false, """
                    ✓ Set "name" = "Alice"
                    Alice
                    """, """
                    line 3: unknown command "put"
                      put name Bob
                      ^^^ did you mean set?
                    """));
        }

        @Test
        void it_stops_at_the_first_error_with_bail() throws IOException {
            var out = new StringWriter();
            var err = new StringWriter();
            var in = new StringReader("set name Alice\nput name Bob\nset name Charlie\n");

            boolean allDone = new Repl(store, new ScriptConsole(in, out, err), true).run();

            assertThat(allDone).isFalse();
            assertThat(store.get("name")).hasValue("Alice");
            assertThat(out.toString()).isEqualTo("✓ Set \"name\" = \"Alice\"\n");
            assertThat(err.toString()).startsWith("line 2: unknown command \"put\"\n");
        }

        @Test
        void it_remembers_the_error_when_it_quits() throws IOException {
            assertThat(run(store, "put name Bob\nquit\n").allDone()).isFalse();
        }

        @Test
        void an_absent_key_is_an_answer_and_not_an_error() throws IOException {
            assertThat(run(store, "get name\ndelete name\nexists name\nkeys name\n")
                            .allDone())
                    .isTrue();
        }

        @Test
        void the_answers_before_it_are_out_before_it() throws IOException {
            var screen = new StringWriter();
            var in = new StringReader("set name Alice\nput\nget name\n");
            var out = new BufferedWriter(screen);

            new Repl(store, new ScriptConsole(in, out, screen), false).run();
            out.flush();

            assertThat(screen.toString()).isEqualTo("""
                    ✓ Set "name" = "Alice"
                    line 2: unknown command "put"
                      put
                      ^^^ did you mean set?
                    Alice
                    """);
        }
    }

    @Nested
    class With_scripts_in_files {

        private final KeyValueStore store = new MiniKvStore(Limits.DEFAULT);

        @TempDir
        private Path folder;

        @Test
        void the_commands_in_a_file_are_run_and_its_errors_name_the_file_and_the_line() throws IOException {
            String file = script("a.kv", "\uFEFF# a comment\nset a 1\ngte a\nquit\nset b 2\n");

            Output output = run(store, "source " + file + "\nget a\nget b\n");

            assertThat(output).isEqualTo(new Output(false, """
                    ✓ Set "a" = "1"
                    1
                    Key "b" not found
                    """, """
                    line 1: %s, line 3: unknown command "gte"
                      gte a
                      ^^^ did you mean get?
                    """.formatted(file)));
        }

        @Test
        void a_file_without_a_mistake_succeeds() throws IOException {
            String file = script("a b.kv", "set a 1");

            assertThat(run(store, "source '" + file + "'\n")).isEqualTo(new Output(true, "✓ Set \"a\" = \"1\"\n", ""));
        }

        @Test
        void a_file_may_be_run_from_outside() throws IOException {
            String file = script("a.kv", "set a 1\ngte\n");
            var out = new StringWriter();
            var err = new StringWriter();
            var console = new ScriptConsole(Reader.nullReader(), out, err);

            assertThat(new Repl(store, console, false).runFile(file)).isFalse();

            assertThat(out).hasToString("✓ Set \"a\" = \"1\"\n");
            assertThat(err).asString().startsWith(file + ", line 2: unknown command \"gte\"\n");
        }

        @Test
        void with_bail_an_error_stops_the_inner_and_the_outer_script() throws IOException {
            String file = script("a.kv", "gte\nset a 1\n");
            var in = new StringReader("source " + file + "\nset b 2\n");
            var console = new ScriptConsole(in, Writer.nullWriter(), Writer.nullWriter());

            assertThat(new Repl(store, console, true).run()).isFalse();

            assertThat(store.count()).isZero();
        }

        @Test
        void a_file_that_cannot_be_read_is_reported_and_the_session_goes_on() throws IOException {
            Output output = run(store, """
                    source none.kv
                    source "%s"
                    source "\\u{0}"
                    source ""
                    set a 1
                    """.formatted(folder));

            assertThat(output.allDone()).isFalse();
            assertThat(output.out()).isEqualTo("✓ Set \"a\" = \"1\"\n");
            assertThat(output.err())
                    .startsWith("line 1: cannot read \"none.kv\": no such file\n  nothing was run;")
                    .contains("line 2: cannot read ", "line 3: cannot read ", "line 4: cannot read ");
        }

        @Test
        void a_script_that_runs_itself_is_stopped_however_it_names_itself() throws IOException {
            String file = script("a.kv", "");
            script("a.kv", "source %1$s\nset a 1\nsource %2$s/./a.kv\n".formatted(file, folder));

            Output output = run(store, "source " + file + "\n");

            assertThat(output.out()).isEqualTo("✓ Set \"a\" = \"1\"\n");
            assertThat(output.err())
                    .startsWith("line 1: %1$s, line 1: \"%1$s\" is already running\n".formatted(file))
                    .hasLineCount(4);
        }

        @Test
        void scripts_can_be_nested_only_so_deep() throws IOException {
            for (int i = 0; i < 20; i++) {
                script(i + ".kv", "set a %s\nsource %s/%s.kv\n".formatted(i, folder, i + 1));
            }

            Output output = run(store, "source " + folder + "/0.kv\n");

            assertThat(output.out()).hasLineCount(16);
            assertThat(output.err()).contains("/16.kv\" is nested too deeply\n").hasLineCount(2);
        }

        private String script(String name, String lines) throws IOException {
            return Files.writeString(folder.resolve(name), lines).toString();
        }
    }

    @Nested
    class On_a_screen {

        private final KeyValueStore store = new MiniKvStore(Limits.DEFAULT);

        @Test
        void long_texts_are_shortened_and_their_length_is_shown() throws IOException {
            String value = "x".repeat(300_000);
            String start = "\"" + "x".repeat(60) + "…\"";

            assertThat(shown(80, "set a " + value, "set a 😀", "set a " + value, "delete a", "get " + value))
                    .containsExactly(
                            "✓ Set \"a\" = " + start + " (300000 chars)",
                            "✓ Set \"a\" = \"😀\"",
                            "✓ Set \"a\" = " + start + " (300000 chars)",
                            "✓ Deleted \"a\" (was: " + start + " (300000 chars))",
                            "Key " + start + " (300000 chars) not found");
        }

        @Test
        void what_get_shows_is_whole_and_so_is_all_that_a_program_reads() throws IOException {
            String value = "x".repeat(300_000);

            assertThat(shown(80, "set a " + value, "get a").getLast()).isEqualTo(value);
            assertThat(shown(Integer.MAX_VALUE, "set a " + value)).containsExactly("✓ Set \"a\" = \"" + value + "\"");
        }

        @Test
        void a_suggested_line_is_whole_however_narrow_the_screen_is() throws IOException {
            String value = "a very long value that nobody would want to read again in a suggestion, would they?";

            assertThat(shown(40, "set note " + value))
                    .contains("  to pass it as one argument: set note \"" + value + "\"");
        }

        /// Returns the lines that a screen shows, so many columns wide.
        private List<String> shown(int columns, String... lines) throws IOException {
            var shown = new StringWriter();
            var in = new StringReader(String.join("\n", lines));
            var console = new ScriptConsole(in, shown, shown);
            var screen = new Console() {
                @Override
                public boolean isInteractive() {
                    return false;
                }

                @Override
                public int columns() {
                    return columns;
                }

                @Override
                public Optional<String> readLine() throws IOException {
                    return console.readLine();
                }

                @Override
                public void print(String text) throws IOException {
                    console.print(text);
                }

                @Override
                public void printError(String wrong, String details) throws IOException {
                    console.printError(wrong, details);
                }

                @Override
                public List<String> history() {
                    return List.of();
                }
            };
            new Repl(store, screen, false).run();
            return shown.toString().lines().toList();
        }
    }

    @Nested
    class With_any_value {

        @Test
        void what_get_shows_can_be_pasted_into_set() throws IOException {
            var store = new MiniKvStore(Limits.DEFAULT);
            String value = " two  lines\n\tit's \"quoted\" \u001B[2J \\ \uD83D 😀";
            store.set("from", value);

            String shown = run(store, "get from\n").out();
            run(store, "set to " + shown);

            assertThat(store.get("to")).hasValue(value);
        }

        @Test
        void no_answer_makes_a_terminal_do_anything() throws IOException {
            var store = new MiniKvStore(new Limits(100, 100, 1));
            String evil = "\u001B[2J\u009B2J\u0007\r\u202E";
            store.set(evil, evil);

            Output output = run(store, """
                    get "%1$s"
                    set "%1$s" "%1$s"
                    set other "%1$s"
                    keys
                    "%1$s"
                    set a b %1$s
                    set "%1$s" b %1$s
                    get "a" %1$s
                    get "%1$s" %1$s
                    get "%1$s
                    get "\\q%1$s
                    get "a"%1$s
                    get none%1$s
                    delete "%1$s"
                    """.formatted(evil));

            assertThat(output.err().lines()).as("errors").hasSizeGreaterThan(20);
            assertThat((output.out() + output.err()).split("\n")).noneMatch(RoundTripTest.UNSEEN.asPredicate());
        }
    }

    @Nested
    class Over_a_stream_that_fails {

        @Test
        void it_says_why_it_cannot_read() throws IOException {
            Reader in = Reader.nullReader();
            in.close();

            assertThatThrownBy(() -> run(in, Writer.nullWriter(), Writer.nullWriter()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Stream closed");
        }

        @Test
        void it_says_why_it_cannot_write() throws IOException {
            Writer out = Writer.nullWriter();
            out.close();

            assertThatThrownBy(() -> run(new StringReader("count\n"), out, Writer.nullWriter()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Stream closed");
        }

        @Test
        void it_says_why_it_cannot_write_an_error() throws IOException {
            Writer err = Writer.nullWriter();
            err.close();

            assertThatThrownBy(() -> run(new StringReader("put\n"), Writer.nullWriter(), err))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Stream closed");
        }

        private void run(Reader in, Writer out, Writer err) throws IOException {
            new Repl(new MiniKvStore(Limits.DEFAULT), new ScriptConsole(in, out, err), false).run();
        }
    }

    /// The result of running the loop.
    private record Output(boolean allDone, String out, String err) {}

    /// Runs the loop over these lines of a script.
    private static Output run(KeyValueStore store, String lines) throws IOException {
        var out = new StringWriter();
        var err = new StringWriter();
        boolean allDone = new Repl(store, new ScriptConsole(new StringReader(lines), out, err), false).run();
        return new Output(allDone, out.toString(), err.toString());
    }

    /// A store that stores nothing: it gives the answers that it was created with, and records each
    /// call.
    private static final class StubStore implements KeyValueStore {

        private final List<String> calls = new ArrayList<>();
        private final Optional<String> answer;
        private final int count;
        private Optional<StoreError> error = Optional.empty();

        StubStore(Optional<String> answer, int count) {
            this.answer = answer;
            this.count = count;
        }

        @Override
        public Result<Optional<String>, StoreError> set(String key, String value) {
            calls.add("set(" + key + ", " + value + ")");
            return error.isPresent() ? new Failure<>(error.get()) : new Success<>(answer);
        }

        @Override
        public Optional<String> get(String key) {
            calls.add("get(" + key + ")");
            return answer;
        }

        @Override
        public boolean contains(String key) {
            calls.add("contains(" + key + ")");
            return answer.isPresent();
        }

        @Override
        public Optional<String> delete(String key) {
            calls.add("delete(" + key + ")");
            return answer;
        }

        @Override
        public int clear() {
            calls.add("clear()");
            return count;
        }

        @Override
        public int count() {
            calls.add("count()");
            return count;
        }

        @Override
        public List<String> keys(String prefix) {
            calls.add("keys(" + prefix + ")");
            return List.of("a", "b c");
        }
    }
}
