package dev.minikv.step03.exercise6;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.util.Comparator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.6")
class FailWellTest {

    private static final class UnpluggedException extends IOException {}

    private final IOException noDisk = new FileSystemException("/media/disk", null, "not ready");

    private final Map<String, String> entries = new TreeMap<>();

    private final Loader loader = new Loader(entries);

    /// A bug: the map orders keys as numbers, and throws a NumberFormatException for any other key.
    private final Loader buggy = new Loader(new TreeMap<>(Comparator.comparing((String key) -> Integer.valueOf(key))));

    @Test
    void the_first_equals_sign_ends_the_key() {
        Reader in = new StringReader("name=Alice\nSum=1+1=2\nnote=\n=tea\n my tea = hot \nname=Bob");

        assertThat(Shell.run(loader, in, "--debug", "--skip=0") + entries.keySet() + entries.values())
                .as("the text before the first = is the key, the text after it the value, and every line counts")
                .isEqualTo("""
                        out: loaded: 6
                        exit code 0
                        [,  my tea , Sum, name, note][tea,  hot , 1+1=2, Bob, ]""");
    }

    @Test
    void nothing_to_load_is_not_a_failure() {
        assertThat(Shell.run(loader, new StringReader(""))
                        + Shell.runEach(loader, "name=Alice\n", "--skip=1", "--skip=5", "--skip=2147483647"))
                .as("skipping all lines, or more than there are, is allowed and ends with exit code 0")
                .isEqualTo("""
                        out: loaded: 0
                        exit code 0
                        out: loaded: 0
                        exit code 0
                        out: loaded: 0
                        exit code 0
                        out: loaded: 0
                        exit code 0
                        """);
    }

    @Test
    void each_run_counts_its_own_lines() {
        assertThat(Shell.run(loader, new StringReader("tea=hot\n".repeat(1234)))
                        + Shell.run(loader, new StringReader("name=Alice\nnote=\n")))
                .as("out says how many lines this run loaded")
                .isEqualTo("""
                        out: loaded: 1234
                        exit code 0
                        out: loaded: 2
                        exit code 0
                        """);
    }

    @Test
    void a_mistake_in_the_input_says_what_to_do() {
        Reader in = new StringReader("name=Alice\ntea\nnick=Bob\n");

        assertThat(Shell.run(loader, in) + entries)
                .as("the message for a mistake says where it is and what to do; the exit code is 2, and loading stops")
                .isEqualTo("""
                        err: line 2 has no =; write key=value
                        exit code 2
                        {name=Alice}""");
    }

    @Test
    void an_empty_line_has_no_equals_sign() {
        assertThat(Shell.run(loader, new StringReader("\n"))
                        + Shell.run(loader, new StringReader("# tea\n"))
                        + Shell.run(loader, new StringReader("tea=hot\n  \n"))
                        + Shell.run(loader, new StringReader("tea=hot\n\n"))
                        + Shell.run(loader, new StringReader("# tea=no comment\n")))
                .as("neither an empty line nor a comment is an entry")
                .isEqualTo("""
                        err: line 1 has no =; write key=value
                        exit code 2
                        err: line 1 has no =; write key=value
                        exit code 2
                        err: line 2 has no =; write key=value
                        exit code 2
                        err: line 2 has no =; write key=value
                        exit code 2
                        out: loaded: 1
                        exit code 0
                        """);
    }

    @Test
    void skipped_lines_are_counted() {
        Reader in = new StringReader("\nriver=Po\nplanet=Mars\nsalt\n");

        assertThat(Shell.run(loader, in, "--skip=1") + entries)
                .as("the line number is the one that an editor shows, whatever was skipped")
                .isEqualTo("""
                        err: line 4 has no =; write key=value
                        exit code 2
                        {planet=Mars, river=Po}""");
    }

    @Test
    void a_mistake_in_an_option_is_not_a_bug() {
        assertThat(Shell.runEach(loader, "name=Alice\n", "--skip=two", "--skip=-1", "--skip=-2"))
                .as("what a user can type is the user's mistake, whatever exception Java throws")
                .isEqualTo("""
                        err: --skip=two is not a number of lines; use 0 or more
                        exit code 2
                        err: --skip=-1 is not a number of lines; use 0 or more
                        exit code 2
                        err: --skip=-2 is not a number of lines; use 0 or more
                        exit code 2
                        """);
    }

    @Test
    void a_missing_number_and_one_too_large_are_mistakes() {
        assertThat(Shell.runEach(loader, "name=Alice\n", "--skip=", "--skip=99999999999", "--skip=2147483648")
                        + Shell.runEach(loader, "name=Alice\n", "--skip= 1", "--skip=1.0", "--skip=0x1"))
                .as("a number of lines is a text that parseInt turns into an int of 0 or more")
                .isEqualTo("""
                        err: --skip= is not a number of lines; use 0 or more
                        exit code 2
                        err: --skip=99999999999 is not a number of lines; use 0 or more
                        exit code 2
                        err: --skip=2147483648 is not a number of lines; use 0 or more
                        exit code 2
                        err: --skip= 1 is not a number of lines; use 0 or more
                        exit code 2
                        err: --skip=1.0 is not a number of lines; use 0 or more
                        exit code 2
                        err: --skip=0x1 is not a number of lines; use 0 or more
                        exit code 2
                        """);
    }

    @Test
    void a_number_is_what_java_takes_for_one() {
        assertThat(Shell.runEach(loader, "river=Po\nplanet=Mars\nsea=Red\n", "--skip=+1", "--skip=-0", "--skip=02"))
                .as("a number of lines is a text that parseInt turns into an int of 0 or more")
                .isEqualTo("""
                        out: loaded: 2
                        exit code 0
                        out: loaded: 3
                        exit code 0
                        out: loaded: 1
                        exit code 0
                        """);
    }

    @Test
    void another_option_is_a_mistake() {
        assertThat(Shell.runEach(loader, "name=Alice\n", "--skip", "--debugger", "--DEBUG", "--slip=100%", "tea"))
                .as("there are only two options, and they must be spelt exactly")
                .isEqualTo("""
                        err: unknown option --skip; use --skip=N or --debug
                        exit code 2
                        err: unknown option --debugger; use --skip=N or --debug
                        exit code 2
                        err: unknown option --DEBUG; use --skip=N or --debug
                        exit code 2
                        err: unknown option --slip=100%; use --skip=N or --debug
                        exit code 2
                        err: unknown option tea; use --skip=N or --debug
                        exit code 2
                        """);
    }

    @Test
    void the_first_mistake_is_the_one_reported() {
        assertThat(Shell.run(loader, new StringReader("tea\n"), "--skip=1", "--skip=two", "--slip=1")
                        + Shell.run(loader, Shell.failing(noDisk), "--slip=1", "--skip=two")
                        + Shell.run(loader, new StringReader("tea\n=\n=\n"), "--skip=2", "--skip=1"))
                .as("options come before the input, from left to right; of two --skip the last counts")
                .isEqualTo("""
                        err: --skip=two is not a number of lines; use 0 or more
                        exit code 2
                        err: unknown option --slip=1; use --skip=N or --debug
                        exit code 2
                        out: loaded: 2
                        exit code 0
                        """);
    }

    @Test
    void a_mistake_shows_no_stack_trace() {
        assertThat(Shell.run(loader, new StringReader(""), "--slip=1", "--debug")
                        + Shell.run(loader, new StringReader(""), "--skip=two", "--debug")
                        + Shell.run(loader, new StringReader(""), "--debug", "--skip=-1")
                        + Shell.run(loader, new StringReader("tea\n"), "--debug"))
                .as("a mistake never shows a stack trace, not even with --debug")
                .isEqualTo("""
                        err: unknown option --slip=1; use --skip=N or --debug
                        exit code 2
                        err: --skip=two is not a number of lines; use 0 or more
                        exit code 2
                        err: --skip=-1 is not a number of lines; use 0 or more
                        exit code 2
                        err: line 1 has no =; write key=value
                        exit code 2
                        """);
    }

    @Test
    void a_failing_input_is_a_fault() {
        assertThat(Shell.run(loader, Shell.failing(noDisk))
                        + Shell.run(loader, Shell.failingAfter("name=Alice\n", noDisk), "--skip=1")
                        + Shell.run(loader, Shell.failing(new EOFException("cut off at 50%"))))
                .as("a fault is reported in one line with the reason, and the exit code is 1")
                .isEqualTo("""
                        err: input or output failed: /media/disk: not ready; fix this and run it again
                        exit code 1
                        err: input or output failed: /media/disk: not ready; fix this and run it again
                        exit code 1
                        err: input or output failed: cut off at 50%; fix this and run it again
                        exit code 1
                        """);
    }

    @Test
    void a_fault_without_a_message_has_a_name() {
        assertThat(Shell.run(loader, Shell.failing(new UnpluggedException()))
                        + Shell.run(loader, Shell.failing(new IOException(null, noDisk))))
                .as("an exception without a message is reported by the simple name of its class")
                .isEqualTo("""
                        err: input or output failed: UnpluggedException; fix this and run it again
                        exit code 1
                        err: input or output failed: IOException; fix this and run it again
                        exit code 1
                        """);
    }

    @Test
    void an_answer_that_cannot_be_written_is_a_fault() {
        Writer closed = Shell.failingWrite(new IOException("Broken pipe"));

        assertThat(Shell.run(loader, new StringReader("name=Alice\n"), Shell.fullDisk())
                        + Shell.run(loader, new StringReader("name=Alice\n"), closed))
                .as("the program is done when the answer is written, not while it waits in a buffer")
                .isEqualTo("""
                        err: input or output failed: no space left; fix this and run it again
                        exit code 1
                        err: input or output failed: Broken pipe; fix this and run it again
                        exit code 1
                        """);
    }

    @Test
    void debug_shows_the_cause_of_a_fault() {
        Reader in = Shell.failing(new IOException("no entries", noDisk));

        assertThat(Shell.run(loader, in, "--debug", "--skip=1")
                        + Shell.run(loader, new StringReader("tea=hot"), Shell.fullDisk(), "--skip=0", "--debug")
                        + Shell.run(loader, in))
                .as("with --debug the stack trace goes down to the exception that was thrown first")
                .isEqualTo("""
                        err: input or output failed: no entries; fix this and run it again
                        err: (stack trace of IOException, caused by FileSystemException)
                        exit code 1
                        err: input or output failed: no space left; fix this and run it again
                        err: (stack trace of IOException)
                        exit code 1
                        err: input or output failed: no entries; fix this and run it again
                        exit code 1
                        """);
    }

    @Test
    void a_bug_is_not_the_users_mistake() {
        Reader in = new StringReader("name=Alice\n");

        assertThat(Shell.run(buggy, in))
                .as("a bug is reported as one, with its stack trace, and the exit code is 3")
                .isEqualTo("""
                        err: this is a bug in the program; please report it with the stack trace below
                        err: (stack trace of NumberFormatException)
                        exit code 3
                        """);
    }

    @Test
    void a_bug_is_a_bug_whatever_it_is_called() {
        assertThat(Shell.runBuggy(new UncheckedIOException(noDisk))
                        + Shell.runBuggy(new IllegalArgumentException("no tea"))
                        + Shell.runBuggy(new NullPointerException())
                        + Shell.runBuggy(new NoSuchElementException())
                        + Shell.runBuggy(new IndexOutOfBoundsException()))
                .as("every RuntimeException is a bug, whatever its name")
                .isEqualTo("""
                        err: this is a bug in the program; please report it with the stack trace below
                        err: (stack trace of UncheckedIOException, caused by FileSystemException)
                        exit code 3
                        err: this is a bug in the program; please report it with the stack trace below
                        err: (stack trace of IllegalArgumentException)
                        exit code 3
                        err: this is a bug in the program; please report it with the stack trace below
                        err: (stack trace of NullPointerException)
                        exit code 3
                        err: this is a bug in the program; please report it with the stack trace below
                        err: (stack trace of NoSuchElementException)
                        exit code 3
                        err: this is a bug in the program; please report it with the stack trace below
                        err: (stack trace of IndexOutOfBoundsException)
                        exit code 3
                        """);
    }

    @Test
    void a_bug_is_a_bug_wherever_it_comes_from() {
        var bug = new NumberFormatException();

        assertThat(Shell.run(loader, Shell.failing(new UncheckedIOException(noDisk)), "--debug")
                        + Shell.run(loader, Shell.failing(bug))
                        + Shell.run(loader, new StringReader("tea=hot"), Shell.failingWrite(bug))
                        + Shell.run(loader, new StringReader("tea=hot"), Shell.failingFlush(bug)))
                .as("every exception from reading, storing or writing is a bug, unless it is an IOException")
                .isEqualTo("""
                        err: this is a bug in the program; please report it with the stack trace below
                        err: (stack trace of UncheckedIOException, caused by FileSystemException)
                        exit code 3
                        err: this is a bug in the program; please report it with the stack trace below
                        err: (stack trace of NumberFormatException)
                        exit code 3
                        err: this is a bug in the program; please report it with the stack trace below
                        err: (stack trace of NumberFormatException)
                        exit code 3
                        err: this is a bug in the program; please report it with the stack trace below
                        err: (stack trace of NumberFormatException)
                        exit code 3
                        """);
    }

    @Test
    void words_come_from_what_went_wrong() {
        Reader in = new StringReader("\nriver=Po\nplanet=Mars\n\nsalt\n");

        assertThat(Shell.run(loader, in, "--skip=4") + Shell.run(new Loader(Map.of()), new StringReader("tea=green")))
                .as("it works for any input and any bug, not only for those of the examples")
                .isEqualTo("""
                        err: line 5 has no =; write key=value
                        exit code 2
                        err: this is a bug in the program; please report it with the stack trace below
                        err: (stack trace of UnsupportedOperationException)
                        exit code 3
                        """);
    }
}
