package dev.minikv.step03.exercise6;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.6")
class FailWellTest {

    private final IOException noDisk = new FileSystemException("/media/disk", null, "not ready");

    private final Map<String, String> entries = new HashMap<>();

    /// Somebody's bug: it orders keys as numbers, and throws a NumberFormatException at any other.
    private final Map<String, String> buggy = new TreeMap<>(Comparator.comparing((String key) -> Integer.valueOf(key)));

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
        Reader in = new StringReader("name=Alice\ntea\n");

        assertThat(Shell.run(entries, in))
                .as("what the user can mend says where and how, and ends with exit code 2")
                .isEqualTo("""
                        err: line 2 has no =; write key=value
                        exit code 2
                        """);
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
    void a_mistake_shows_no_stack_trace() {
        Reader in = new StringReader("name=Alice\n");

        assertThat(Shell.run(entries, in, "--debug", "--slip=1"))
                .as("a mistake is outside the program, so there is nothing to see inside, even with --debug")
                .isEqualTo("""
                        err: there is no option --slip=1; use --skip=N or --debug
                        exit code 2
                        """);
    }

    @Test
    void a_failing_input_is_a_fault() {
        Reader in = Shell.failing(noDisk);

        assertThat(Shell.run(entries, in))
                .as("a fault of the surroundings is one line with the reason, and ends with exit code 1")
                .isEqualTo("""
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
        Reader in = Shell.failing(noDisk);

        assertThat(Shell.run(entries, in, "--debug"))
                .as("with --debug the stack trace goes down to the exception that was thrown first")
                .isEqualTo("""
                        err: input or output failed: /media/disk: not ready; mend that, and run it again
                        err: (stack trace of FileSystemException)
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
    void words_come_from_what_went_wrong() {
        Reader in = new StringReader("\nriver=Po\nplanet=Mars\nsalt\n");

        assertThat(Shell.run(entries, in, "--skip=1") + Shell.run(Map.of(), new StringReader("tea=green")))
                .as("any input and any bug will do, not only those of the examples")
                .isEqualTo("""
                        err: line 4 has no =; write key=value
                        exit code 2
                        err: this is a bug in the program; please report it with all that follows
                        err: (stack trace of UnsupportedOperationException)
                        exit code 3
                        """);
    }
}
