package dev.minikv.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class RunTest {

    private static final String MORE_THAN_A_PIPE_HOLDS = "0123456789☕\n".repeat(100_000);

    @Test
    void tells_the_exit_code_and_both_outputs() throws Exception {
        Run run = Run.of(shell("echo out; echo err >&2; exit 3"), "");

        assertThat(run).isEqualTo(new Run(3, "out\n", "err\n"));
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
        Run run = Run.of(shell("true"), MORE_THAN_A_PIPE_HOLDS);

        assertThat(run).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void stops_a_program_that_does_not_end() throws Exception {
        var program = shell("tail -f /dev/null; true");

        assertThatThrownBy(() -> Run.of(program, "".getBytes(UTF_8), Duration.ofMillis(50)))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("still running after 50 ms");
    }

    @Test
    void refuses_output_that_is_not_utf_8() {
        assertThatThrownBy(() -> Run.of(shell("printf '\\377'"), ""))
                .isInstanceOf(IOException.class)
                .hasMessage("the output cannot be read as UTF-8");
    }

    private static ProcessBuilder shell(String command) {
        return new ProcessBuilder("sh", "-c", command);
    }
}
