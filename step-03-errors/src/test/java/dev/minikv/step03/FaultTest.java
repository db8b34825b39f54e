package dev.minikv.step03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step03.repl.Fault;
import dev.minikv.step03.repl.Options;
import dev.minikv.step03.repl.Repl;
import dev.minikv.step03.repl.ScriptConsole;
import dev.minikv.step03.repl.Wording;
import dev.minikv.step03.store.KeyValueStore;
import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.MiniKvStore;
import dev.minikv.step03.store.Result;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What happens when a stream fails, at every point where it can.
///
/// Disks rarely fill up and pipes rarely break while a test runs. So test doubles fail instead, after a
/// given number of characters.
@Timeout(10) // a loop that overlooks a failure runs for ever
class FaultTest {

    private static final String SCRIPT = """
            set a 1
            set b 22
            oops
            set c 333
            """;
    private static final String ANSWERS = """
            ✓ Set "a" = "1"
            ✓ Set "b" = "22"
            ✓ Set "c" = "333"
            """;
    private static final String ERRORS = """
            line 3: unknown command "oops"
              oops
              ^^^^ help lists the commands
            """;

    private final IOException failure = new IOException("the cable is out");
    private final KeyValueStore store = new MiniKvStore(Limits.DEFAULT);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void without_a_fault_every_line_is_done() throws IOException {
        run(new StringReader(SCRIPT), out, err);

        assertThat(store.keys("")).containsExactly("a", "b", "c");
        assertThat(out).hasToString(ANSWERS);
        assertThat(err).hasToString(ERRORS);
    }

    @ParameterizedTest
    @MethodSource
    void what_was_read_before_the_input_failed_is_done_and_half_a_line_is_not(int chars) {
        var in = new FailingReader(SCRIPT.substring(0, chars));

        assertThatThrownBy(() -> run(in, out, err)).isSameAs(failure);

        assertThat(store.keys("")).isEqualTo(keysSetBy(SCRIPT.substring(0, chars)));
        assertThat(out.toString()).isEqualTo(firstLines(ANSWERS, store.count()));
    }

    static IntStream what_was_read_before_the_input_failed_is_done_and_half_a_line_is_not() {
        return IntStream.rangeClosed(0, SCRIPT.length());
    }

    @ParameterizedTest
    @MethodSource
    void what_was_answered_before_the_output_failed_is_stored(int chars) {
        var full = new FailingWriter(chars);

        assertThatThrownBy(() -> run(new StringReader(SCRIPT), full, err)).isSameAs(failure);

        assertThat(full.written()).isEqualTo(ANSWERS.substring(0, chars));
        int answered = lines(full.written());
        assertThat(store.count())
                .as("all lines that were answered, and the one whose answer got lost")
                .isEqualTo(answered + 1);
    }

    static IntStream what_was_answered_before_the_output_failed_is_stored() {
        return IntStream.range(0, ANSWERS.length());
    }

    @ParameterizedTest
    @MethodSource
    void nothing_is_done_after_an_error_that_cannot_be_shown(int chars) {
        var full = new FailingWriter(chars);

        assertThatThrownBy(() -> run(new StringReader(SCRIPT), out, full)).isSameAs(failure);

        assertThat(full.written()).isEqualTo(ERRORS.substring(0, chars));
        assertThat(store.keys("")).containsExactly("a", "b");
        assertThat(out).hasToString(firstLines(ANSWERS, 2));
    }

    static IntStream nothing_is_done_after_an_error_that_cannot_be_shown() {
        return IntStream.range(0, ERRORS.length());
    }

    @Test
    void answers_that_cannot_be_flushed_end_it_before_it_waits_for_more() {
        var stuck = new FailingWriter(ANSWERS.length()) {
            @Override
            public void flush() throws IOException {
                throw failure;
            }
        };
        var waiting = new FailingReader(SCRIPT) {
            @Override
            public boolean ready() {
                return false;
            }
        };

        assertThatThrownBy(() -> run(waiting, stuck, err)).isSameAs(failure);

        assertThat(store.count()).isZero();
    }

    @Nested
    class In_words {

        private static final List<Arguments> FAULTS = List.of(
                fault(
                        new Fault.StreamFailed(new IOException("No space left on device")),
                        "input or output failed: No space left on device",
                        "the store was in memory only, and its contents are lost"),
                fault(
                        new Fault.StreamFailed(new IOException()),
                        "input or output failed: IOException",
                        "the store was in memory only, and its contents are lost"),
                fault(
                        new Fault.HistoryFailed(Path.of("history"), new IOException("No space left on device")),
                        "cannot keep the history in history: No space left on device",
                        "this session's history will be lost when it ends"),
                fault(
                        new Fault.HistoryFailed(Path.of("history"), new AccessDeniedException("/state")),
                        "cannot keep the history in history: permission denied for /state",
                        "this session's history will be lost when it ends"),
                fault(
                        new Fault.HistoryFailed(Path.of("history"), new FileAlreadyExistsException("/state")),
                        "cannot keep the history in history: /state is in the way",
                        "this session's history will be lost when it ends"),
                fault(
                        new Fault.HistoryFailed(Path.of("history"), new MalformedInputException(1)),
                        "cannot keep the history in history: the file is damaged",
                        "this session's history will be lost when it ends"),
                fault(
                        new Fault.HistoryFailed(Path.of("history"), new IllegalArgumentException("Bad history file")),
                        "cannot keep the history in history: the file is damaged",
                        "this session's history will be lost when it ends"),
                fault(
                        new Fault.PlainTerminal(),
                        "this terminal does not support line editing",
                        "lines cannot be edited, recalled or completed"),
                fault(
                        new Fault.NoHome(),
                        "cannot keep the history: there is no home folder",
                        "this session's history will be lost when it ends"),
                fault(
                        new Fault.ScriptFailed("a.kv", new NoSuchFileException("a.kv")),
                        "cannot read \"a.kv\": no such file",
                        "nothing was run; a relative path starts from the current folder"),
                fault(
                        new Fault.ScriptFailed("a.kv", new IOException("Is a directory")),
                        "cannot read \"a.kv\": Is a directory",
                        "nothing was run; a relative path starts from the current folder"),
                fault(
                        new Fault.ScriptFailed("\0", new InvalidPathException("\0", "Nul character not allowed")),
                        "cannot read \"\\u{0}\": not a valid file name",
                        "nothing was run; a relative path starts from the current folder"),
                fault(
                        new Fault.ScriptInItself("a.kv"),
                        "\"a.kv\" is already running",
                        "nothing was run; a script that runs itself would never end"),
                fault(
                        new Fault.ScriptTooDeep("a.kv", 16),
                        "\"a.kv\" is nested too deeply",
                        "nothing was run; scripts can be nested at most 16 deep"),
                fault(
                        new Fault.SecondScript("b.kv"),
                        "only one script can be given, and \"b.kv\" is the second",
                        "to run it from the first, use source there"),
                fault(
                        new Fault.UnknownOption("--quiet", Optional.empty()),
                        "unknown option \"--quiet\"",
                        "--help lists the options"),
                fault(
                        new Fault.UnknownOption("--bial", Optional.of("--bail")),
                        "unknown option \"--bial\"",
                        "did you mean --bail?"),
                fault(
                        new Fault.NumberOutOfRange("--max-entries", "many", 1, 9999),
                        "--max-entries cannot be \"many\"",
                        "expected a number from 1 to 9999, such as --max-entries=1000"));

        private static Arguments fault(Fault fault, String wrong, String help) {
            return Arguments.of(fault, new Wording(wrong, help));
        }

        @ParameterizedTest
        @FieldSource("FAULTS")
        void a_fault_says_what_is_wrong_and_what_next(Fault fault, Wording words) {
            assertThat(Wording.of(fault)).isEqualTo(words);
        }

        @Test
        void no_fault_is_missing_above() {
            Stream<Class<?>> covered = FAULTS.stream().map(row -> row.get()[0].getClass());

            assertThat(covered).containsAll(Arrays.asList(Fault.class.getPermittedSubclasses()));
        }

        @Test
        void only_a_fault_that_an_exception_reported_has_a_cause() {
            assertThat(new Fault.StreamFailed(failure).cause()).containsSame(failure);
            assertThat(new Fault.HistoryFailed(Path.of("history"), failure).cause())
                    .containsSame(failure);
            assertThat(new Fault.ScriptFailed("a.kv", failure).cause()).containsSame(failure);
            assertThat(new Fault.ScriptInItself("a.kv").cause()).isEmpty();
            assertThat(new Fault.ScriptTooDeep("a.kv", 16).cause()).isEmpty();
            assertThat(new Fault.SecondScript("b.kv").cause()).isEmpty();
            assertThat(new Fault.NoHome().cause()).isEmpty();
            assertThat(new Fault.PlainTerminal().cause()).isEmpty();
            assertThat(new Fault.UnknownOption("--quiet", Optional.empty()).cause())
                    .isEmpty();
            assertThat(new Fault.NumberOutOfRange("--max-entries", "0", 1, 9999).cause())
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "--max-entries=0, 0",
            "--max-entries=-1, -1",
            "--max-entries=abc, abc",
            "--max-entries=99999999999, 99999999999",
            "--max-entries=, ''"
        })
        void a_limit_that_makes_no_sense_is_refused_before_there_is_a_store(String argument, String value) {
            String option = argument.replaceFirst("=.*", "");

            assertThat(Options.parse(List.of("--bail", argument)))
                    .isEqualTo(new Result.Failure<>(new Fault.NumberOutOfRange(option, value, 1, Integer.MAX_VALUE)));
        }
    }

    private void run(Reader in, Writer out, Writer err) throws IOException {
        new Repl(store, new ScriptConsole(in, out, err), false).run();
    }

    /// Returns the keys that the complete lines of a script store; a line is complete with its line end.
    private static List<String> keysSetBy(String script) {
        return firstLines(script, lines(script))
                .lines()
                .filter(line -> line.startsWith("set "))
                .map(line -> line.substring(4, 5))
                .toList();
    }

    private static String firstLines(String text, int count) {
        return text.lines().limit(count).map(line -> line + "\n").reduce("", String::concat);
    }

    /// Returns the number of complete lines in a text.
    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /// A reader that returns a text in small pieces, and then fails.
    private class FailingReader extends StringReader {

        FailingReader(String text) {
            super(text);
        }

        @Override
        public int read(char[] chars, int offset, int length) throws IOException {
            int read = super.read(chars, offset, Math.min(length, 5));
            if (read < 0) {
                throw failure;
            }
            return read;
        }
    }

    /// A writer that accepts a number of characters, and fails at the next one.
    private class FailingWriter extends Writer {

        private final StringBuilder written = new StringBuilder();
        private final int maxChars;

        FailingWriter(int maxChars) {
            this.maxChars = maxChars;
        }

        String written() {
            return written.toString();
        }

        @Override
        public void write(char[] chars, int offset, int length) throws IOException {
            int fitting = Math.min(length, maxChars - written.length());
            written.append(chars, offset, fitting);
            if (fitting < length) {
                throw failure;
            }
        }

        @Override
        public void flush() throws IOException {}

        @Override
        public void close() {}
    }
}
