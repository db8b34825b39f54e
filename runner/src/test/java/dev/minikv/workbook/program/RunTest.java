package dev.minikv.workbook.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.workbook.WorkbookException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunTest {

    private static final String MORE_THAN_A_PIPE_HOLDS = "0123456789☕\n".repeat(100_000);
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    @Nested
    class A_run {

        @Test
        void has_the_exit_code_and_both_outputs() throws Exception {
            assertThat(Run.of(shell("echo out; echo err >&2; exit 3"), "")).isEqualTo(new Run(3, "out\n", "err\n"));
        }

        @Test
        void carries_input_and_both_outputs_however_large_they_are() throws Exception {
            Run run = Run.of(shell("tee /dev/stderr"), MORE_THAN_A_PIPE_HOLDS);

            assertThat(run.out().equals(MORE_THAN_A_PIPE_HOLDS))
                    .as("output as typed")
                    .isTrue();
            assertThat(run.err().equals(MORE_THAN_A_PIPE_HOLDS))
                    .as("errors as typed")
                    .isTrue();
        }

        @Test
        void lets_a_program_ignore_its_input() throws Exception {
            assertThat(Run.of(shell("true"), MORE_THAN_A_PIPE_HOLDS)).isEqualTo(new Run(0, "", ""));
        }

        @Test
        void happens_in_a_folder_and_an_environment(@TempDir Path folder) throws Exception {
            ProcessBuilder program = shell("pwd -P; echo $TASTE").directory(folder.toFile());
            program.environment().put("TASTE", "☕");

            assertThat(Run.of(program, "").out()).isEqualTo(folder.toRealPath() + "\n☕\n");
        }

        @Test
        void is_stopped_if_it_takes_too_long() {
            ProcessBuilder program = shell("tail -f /dev/null; true");

            assertThatThrownBy(() -> Run.of(program, new byte[0], A_MOMENT))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessage("still running after 50 ms");
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "mkfifo is a program of Unix")
        @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void also_ends_programs_that_the_program_has_started(@TempDir Path folder) throws Exception {
            Run.of(shell("mkfifo held").directory(folder.toFile()), "");
            Thread caller = Thread.currentThread();
            var held = CompletableFuture.supplyAsync(() -> {
                try {
                    InputStream pipe = Files.newInputStream(folder.resolve("held")); // waits for a writer
                    caller.interrupt();
                    return pipe;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

            ProcessBuilder program = shell("tail -f /dev/null > held & wait").directory(folder.toFile());
            assertThatThrownBy(() -> Run.of(program, "")).isInstanceOf(InterruptedException.class);

            try (InputStream pipe = held.get()) {
                assertThat(pipe.readAllBytes())
                        .as("until no process holds it open")
                        .isEmpty();
            }
        }

        @Test
        void is_refused_if_the_output_is_not_utf_8() {
            assertThatThrownBy(() -> Run.of(shell("printf '\\377'"), ""))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the output cannot be read as UTF-8");
        }
    }

    @Nested
    class The_output_of_a_program {

        @Test
        void has_no_white_space_around_it_and_no_errors_in_it() {
            assertThat(output("echo; echo 1.2 3; echo notice >&2")).contains("1.2 3");
        }

        @Test
        void may_be_in_any_encoding() {
            assertThat(output("printf 'a\\377b'")).isPresent();
        }

        @Test
        void is_empty_if_the_program_fails_is_missing_or_takes_too_long() {
            assertThat(output("echo 1.2; exit 1")).isEmpty();
            assertThat(Program.output(List.of("no-such-program"), Run.LIMIT)).isEmpty();
            assertThat(Program.output(shell("echo 1.2; tail -f /dev/null").command(), A_MOMENT))
                    .isEmpty();
        }

        private static Optional<String> output(String command) {
            return Program.output(shell(command).command(), Run.LIMIT);
        }
    }

    @Nested
    class A_program_whose_lines_are_read {

        @Test
        void passes_them_on_and_has_an_exit_code() throws Exception {
            var lines = new ArrayList<String>();

            assertThat(Program.run(shell("cat; echo one; echo two; exit 3"), lines::add))
                    .isEqualTo(3);
            assertThat(lines).containsExactly("one", "two");
        }

        @Test
        void is_named_if_it_cannot_be_started() {
            assertThatThrownBy(() -> Program.run(new ProcessBuilder("no-such-program"), _ -> {}))
                    .isInstanceOf(WorkbookException.class)
                    .hasMessageStartingWith("no-such-program cannot be started: ");
        }
    }

    private static ProcessBuilder shell(String command) {
        return new ProcessBuilder("sh", "-c", command);
    }
}
