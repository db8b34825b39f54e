package dev.minikv.checks.step02;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Replays the sessions that were recorded from the original: one line of them is cured in step 02.
class CuredSessionsTest {

    private static final String WART = "Store contains 1 items\n";
    private static final String CURE = "Store contains 1 item\n";

    @ParameterizedTest
    @ValueSource(strings = {"corners", "readme"})
    void step_02_prints_what_the_original_printed_but_for_the_cured_line(String session) throws Exception {
        Run run = Run.of(step02(), recorded(session + ".in"));

        String expected = recorded(session + ".out").replace("🦀", "☕").replace(WART, CURE);
        assertThat(run).isEqualTo(new Run(0, expected, ""));
    }

    @Test
    void the_line_is_in_the_recorded_sessions() throws IOException {
        assertThat(recorded("corners.out")).contains(WART);
    }

    private static ProcessBuilder step02() throws IOException {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Project.root().resolve("step-02-tests/target/classes").toString(),
                "dev.minikv.step02.Main");
    }

    private static String recorded(String file) throws IOException {
        return Files.readString(
                Project.root().resolve("checks/src/test/resources/original").resolve(file));
    }
}
