package dev.minikv.checks.step01;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How step 01 takes turns: it has said everything before it waits for input, on a pipe too.
@Timeout(value = 30, threadMode = SEPARATE_THREAD) // nothing else ends a read that gets no answer
class PromptTest {

    private Process process;
    private BufferedReader out;
    private BufferedWriter in;

    @BeforeEach
    void start() throws Exception {
        process = Step01.program().start();
        out = process.inputReader(UTF_8);
        in = process.outputWriter(UTF_8);
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void each_answer_and_the_next_prompt_come_before_the_next_command() throws Exception {
        assertThat(readToPrompt()).isEqualTo(Step01.BANNER + "> ");

        type("set name Alice\n");
        assertThat(readToPrompt()).isEqualTo("✓ Set 'name' = 'Alice'\n> ");

        type("get name\n");
        assertThat(readToPrompt()).isEqualTo("Alice\n> ");
    }

    @Test
    void half_a_line_does_not_hold_an_answer_back() throws Exception {
        assertThat(readToPrompt()).isEqualTo(Step01.BANNER + "> ");

        type("set name Alice\nget na");
        assertThat(readToPrompt()).isEqualTo("✓ Set 'name' = 'Alice'\n> ");

        type("me\n");
        assertThat(readToPrompt()).isEqualTo("Alice\n> ");
    }

    private void type(String text) throws IOException {
        in.write(text);
        in.flush();
    }

    private String readToPrompt() throws IOException {
        var text = new StringBuilder();
        for (int c = out.read(); c >= 0; c = out.read()) {
            text.append((char) c);
            if (text.toString().endsWith("\n> ")) {
                break;
            }
        }
        return text.toString();
    }
}
