package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.WorkbookCopy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Output may be lost: the disk is full, or the reader has seen enough.
class OutputTest {

    @TempDir
    private Path root;

    @BeforeEach
    void make_a_workbook() throws IOException {
        WorkbookCopy.in(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "help",
                "list",
                "list --json",
                "next",
                "check 1.1",
                "check 1.1 --json",
                "hint 1.1",
                "why 1.1",
                "reset 1.1 --yes",
                "solution 1.1 --yes",
                "diff 1 1",
                "jdk",
                "port 1",
                "new 1.9 T",
                "watch 1.1"
            })
    void lost_output_is_a_failure_with_a_reason(String command) {
        assertThat(run("No space left on device", command))
                .isEqualTo(new WorkbookSession(1, "", "workbook: the output is incomplete: No space left on device\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "The pipe is being closed"})
    void a_reader_that_has_seen_enough_is_not_a_failure(String reason) {
        assertThat(run(reason, "list")).isEqualTo(new WorkbookSession(0, "", ""));
        assertThat(run(reason, "check 1.1")).isEqualTo(new WorkbookSession(1, "", ""));
    }

    private WorkbookSession run(String reason, String command) {
        var full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
        var err = new StringWriter();
        int exitCode = WorkbookSession.run(root, new OutputWriter(full), new PrintWriter(err), command);
        return new WorkbookSession(exitCode, "", err.toString());
    }
}
