package dev.minikv.checks.step01;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.program.Run;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// How step 01 comes to its end.
class EndingsTest {

    @Nested
    class At_the_end_of_the_input {

        @Test
        void it_ends_the_line_of_its_prompt() throws Exception {
            assertThat(Step01.run("")).isEqualTo(Step01.goodEnd("> \n"));
        }

        @Test
        void it_answers_a_last_line_that_has_no_end() throws Exception {
            assertThat(Step01.run("set a 1\nget a")).isEqualTo(Step01.goodEnd("""
                    > ✓ Set 'a' = '1'
                    > 1
                    >\s
                    """));
        }
    }

    @Nested
    class At_quit_and_exit {

        @Test
        void it_says_goodbye() throws Exception {
            assertThat(Step01.run("quit\n")).isEqualTo(Step01.goodEnd("> Goodbye! ☕\n"));
            assertThat(Step01.run("exit")).isEqualTo(Step01.goodEnd("> Goodbye! ☕\n"));
        }

        @Test
        void it_ignores_what_follows_on_the_line_and_below() throws Exception {
            Run run = Step01.run("quit now\ncount\n");

            assertThat(run).isEqualTo(Step01.goodEnd("> Goodbye! ☕\n"));
        }
    }

    @Nested
    class When_a_stream_fails {

        @Test
        void it_ends_without_a_word_when_its_reader_has_seen_enough() throws Exception {
            Run run = Step01.runInShell("""
                    { yes count 2>/dev/null | "$@"; echo "exit code $?" >&2; } | head -1""");

            assertThat(run.out()).isEqualTo("☕ Mini KV Store - Learning Project\n");
            assertThat(run.err()).isEqualTo("exit code 0\n");
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell")
        void it_says_why_it_cannot_read() throws Exception {
            Run run = Step01.runInShell("\"$@\" <.");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).isEqualTo("Input or output failed: Is a directory\n");
        }

        @Test
        @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /dev/full")
        void it_says_why_it_cannot_write() throws Exception {
            Run run = Step01.runInShell("\"$@\" >/dev/full");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).isEqualTo("Input or output failed: No space left on device\n");
        }
    }
}
