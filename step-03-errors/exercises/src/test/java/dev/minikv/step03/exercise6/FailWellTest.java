package dev.minikv.step03.exercise6;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.6")
class FailWellTest {

    private final IOException noDisk = new FileSystemException("/media/disk", null, "not ready");

    private final Map<String, String> entries = new TreeMap<>();

    /// Somebody's bug: it orders keys as numbers, and throws a NumberFormatException at any other.
    private final Map<String, String> buggy = new TreeMap<>(Comparator.comparing((String key) -> Integer.valueOf(key)));

    @Test
    void the_first_equals_sign_ends_the_key() {
        Reader in = new StringReader("name=Alice\nsum=1+1=2\nnote=\n=tea\nname=Bob");

        assertThat(Shell.run(entries, in, "--skip=0") + entries.keySet() + entries.values())
                .as("what stands after the first = is the value; key and value may be empty; every line counts")
                .isEqualTo("""
                        out: loaded: 5
                        exit code 0
                        [, name, note, sum][tea, Bob, , 1+1=2]""");
    }

    @Test
    void nothing_to_load_is_no_failure() {
        Reader in = new StringReader("name=Alice\n");

        assertThat(Shell.run(entries, in, "--skip=5"))
                .as("to skip more lines than there are is allowed, and ends with exit code 0")
                .isEqualTo("""
                        out: loaded: 0
                        exit code 0
                        """);
    }

    @Test
    void a_mistake_in_the_input_says_what_to_do() {
        Reader in = new StringReader("name=Alice\ntea\nnick=Bob\n");

        assertThat(Shell.run(entries, in) + entries)
                .as("what the user can mend says where and how, ends with exit code 2, and loads no more")
                .isEqualTo("""
                        err: line 2 has no =; write key=value
                        exit code 2
                        {name=Alice}""");
    }

    @Test
    void an_empty_line_has_no_equals_sign() {
        assertThat(Shell.run(entries, new StringReader("\n")) + Shell.run(entries, new StringReader("# tea\n")))
                .as("there are no empty lines among the entries, and no comments")
                .isEqualTo("""
                        err: line 1 has no =; write key=value
                        exit code 2
                        err: line 1 has no =; write key=value
                        exit code 2
                        """);
    }

    @Test
    void skipped_lines_are_counted() {
        Reader in = new StringReader("\nriver=Po\nplanet=Mars\nsalt\n");

        assertThat(Shell.run(entries, in, "--skip=1") + entries)
                .as("the number of a line is that which an editor shows, whatever was skipped")
                .isEqualTo("""
                        err: line 4 has no =; write key=value
                        exit code 2
                        {planet=Mars, river=Po}""");
    }

    @Test
    void a_mistake_in_an_option_is_no_bug() {
        Reader in = new StringReader("name=Alice\n");

        assertThat(Shell.run(entries, in, "--skip=two") + Shell.run(entries, in, "--skip=-1"))
                .as("what a user can type is the user's mistake, whatever Java throws at it")
                .isEqualTo("""
                        err: --skip=two is no number of lines; use one from 0 on
                        exit code 2
                        err: --skip=-1 is no number of lines; use one from 0 on
                        exit code 2
                        """);
    }

    @Test
    void no_number_and_one_too_large_are_mistakes() {
        Reader in = new StringReader("name=Alice\n");

        assertThat(Shell.run(entries, in, "--skip=") + Shell.run(entries, in, "--skip=99999999999"))
                .as("a number of lines is an int, and something has to be there")
                .isEqualTo("""
                        err: --skip= is no number of lines; use one from 0 on
                        exit code 2
                        err: --skip=99999999999 is no number of lines; use one from 0 on
                        exit code 2
                        """);
    }

    @Test
    void another_option_is_a_mistake() {
        Reader in = new StringReader("name=Alice\n");

        assertThat(Shell.run(entries, in, "--skip") + Shell.run(entries, in, "--debugger"))
                .as("there are two options, and none that only begin like them")
                .isEqualTo("""
                        err: there is no option --skip; use --skip=N or --debug
                        exit code 2
                        err: there is no option --debugger; use --skip=N or --debug
                        exit code 2
                        """);
    }

    @Test
    void a_mistake_shows_no_stack_trace() {
        Reader in = new StringReader("tea\n");

        assertThat(Shell.run(entries, in, "--debug", "--slip=1")
                        + Shell.run(entries, in, "--debug", "--skip=two")
                        + Shell.run(entries, in, "--debug"))
                .as("a mistake is outside the program, so there is nothing to see inside, even with --debug")
                .isEqualTo("""
                        err: there is no option --slip=1; use --skip=N or --debug
                        exit code 2
                        err: --skip=two is no number of lines; use one from 0 on
                        exit code 2
                        err: line 1 has no =; write key=value
                        exit code 2
                        """);
    }

    @Test
    void a_failing_input_is_a_fault() {
        Reader in = Shell.failing(noDisk);

        assertThat(Shell.run(entries, in) + Shell.run(entries, in, "--skip=1"))
                .as("a fault of the surroundings is one line with the reason, and ends with exit code 1")
                .isEqualTo("""
                        err: input or output failed: /media/disk: not ready; mend that, and run it again
                        exit code 1
                        err: input or output failed: /media/disk: not ready; mend that, and run it again
                        exit code 1
                        """);
    }

    @Test
    void a_fault_without_a_message_has_a_name() {
        Reader in = Shell.failing(new ClosedChannelException());

        assertThat(Shell.run(entries, in))
                .as("an exception without a message is called by the name of its class")
                .isEqualTo("""
                        err: input or output failed: ClosedChannelException; mend that, and run it again
                        exit code 1
                        """);
    }

    @Test
    void an_answer_that_is_not_written_is_a_fault() {
        Reader in = new StringReader("name=Alice\n");
        Writer full = Shell.fullDisk();

        assertThat(Shell.run(entries, in, full))
                .as("it is done when the answer is written, and not when it waits in a buffer")
                .isEqualTo("""
                        err: input or output failed: no space left; mend that, and run it again
                        exit code 1
                        """);
    }

    @Test
    void debug_shows_the_cause_of_a_fault() {
        Reader in = Shell.failing(new IOException("no entries", noDisk));

        assertThat(Shell.run(entries, in, "--debug")
                        + Shell.run(entries, in, "--debug", "--skip=1")
                        + Shell.run(entries, new StringReader("tea=hot"), Shell.fullDisk(), "--debug"))
                .as("with --debug the stack trace goes down to the exception that was thrown first")
                .isEqualTo("""
                        err: input or output failed: no entries; mend that, and run it again
                        err: (stack trace of FileSystemException)
                        exit code 1
                        err: input or output failed: no entries; mend that, and run it again
                        err: (stack trace of FileSystemException)
                        exit code 1
                        err: input or output failed: no space left; mend that, and run it again
                        err: (stack trace of IOException)
                        exit code 1
                        """);
    }

    @Test
    void a_bug_is_not_the_users_mistake() {
        Reader in = new StringReader("name=Alice\n");

        assertThat(Shell.run(buggy, in))
                .as("a bug says that it is one, shows its stack trace, and ends with exit code 3")
                .isEqualTo("""
                        err: this is a bug in the program; please report it with all that follows
                        err: (stack trace of NumberFormatException)
                        exit code 3
                        """);
    }

    @Test
    void a_bug_is_a_bug_wherever_it_comes_from() {
        Reader in = Shell.failing(new IllegalArgumentException("no such thing"));
        Map<String, String> store = Shell.buggy(new UncheckedIOException(noDisk));
        Writer out = Shell.buggyOutput(new IllegalStateException());

        assertThat(Shell.run(entries, in, "--debug")
                        + Shell.run(store, new StringReader("tea=hot"))
                        + Shell.run(entries, new StringReader("tea=hot"), out))
                .as("whatever is thrown in reading, storing or writing, and is no IOException, is a bug")
                .isEqualTo("""
                        err: this is a bug in the program; please report it with all that follows
                        err: (stack trace of IllegalArgumentException)
                        exit code 3
                        err: this is a bug in the program; please report it with all that follows
                        err: (stack trace of FileSystemException)
                        exit code 3
                        err: this is a bug in the program; please report it with all that follows
                        err: (stack trace of IllegalStateException)
                        exit code 3
                        """);
    }

    @Test
    void words_come_from_what_went_wrong() {
        Reader in = new StringReader("\nriver=Po\nplanet=Mars\n\nsalt\n");

        assertThat(Shell.run(entries, in, "--skip=4") + Shell.run(Map.of(), new StringReader("tea=green")))
                .as("any input and any bug will do, not only those of the examples")
                .isEqualTo("""
                        err: line 5 has no =; write key=value
                        exit code 2
                        err: this is a bug in the program; please report it with all that follows
                        err: (stack trace of UnsupportedOperationException)
                        exit code 3
                        """);
    }
}
