package dev.minikv.checks.program;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.minikv.checks.Project;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compares the steps, and the Rust that the pages quote, with sessions recorded from the original, byte
/// for byte.
class OriginalSessionsTest {

    private static final Path RECORDED = Project.root().resolve("checks/src/test/resources/original");
    private static final List<String> SESSIONS = List.of("corners", "readme");
    private static final String WART = "Store contains 1 items\n";
    private static final String CURE = "Store contains 1 item\n";

    @TempDir
    private Path folder;

    @Test
    void these_are_all_recorded_sessions_and_they_show_the_wart() throws IOException {
        try (Stream<Path> files = Files.list(RECORDED)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.endsWith(".in"))
                    .containsExactlyInAnyOrder("corners.in", "readme.in");
        }
        assertThat(recorded("corners.out")).contains(WART);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LANG=C", "LC_ALL=POSIX", "LANG=en_US.UTF-8"})
    void step_01_prints_what_the_original_printed_in_any_locale(String locale) throws Exception {
        for (String session : SESSIONS) {
            ProcessBuilder program = Program.step01();
            if (!locale.isEmpty()) {
                assumeTrue(
                        US_ASCII.newEncoder().canEncode(Project.root().toString()),
                        "in these locales, Java finds no classes below a folder with such a name");
                program.environment().keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
                program.environment().put(locale.split("=")[0], locale.split("=")[1]);
            }

            Run run = Run.of(program, recorded(session + ".in"));

            assertThat(run).isEqualTo(new Run(0, recorded(session + ".out").replace("🦀", "☕"), ""));
        }
    }

    @Test
    void step_02_prints_what_the_original_printed_except_for_the_cured_line() throws Exception {
        for (String session : SESSIONS) {
            Run run = Run.of(Program.step02(), recorded(session + ".in"));

            String expected = recorded(session + ".out").replace("🦀", "☕").replace(WART, CURE);
            assertThat(run).isEqualTo(new Run(0, expected, ""));
        }
    }

    /// Readers need not have a Rust compiler: without one, the test is skipped.
    @Test
    void the_sketch_in_rust_prints_what_the_original_printed() throws Exception {
        assumeTrue(hasRust(), "no rustc on the PATH");
        Path source = Project.root().resolve("docs/rust/sketch.rs");
        Path sketch = folder.resolve("sketch");
        Run compiled = Run.of(new ProcessBuilder("rustc", "-o", sketch.toString(), source.toString()), "");
        assertThat(compiled.exitCode()).as(compiled.err()).isZero();

        for (String session : SESSIONS) {
            Run run = Run.of(new ProcessBuilder(sketch.toString()), recorded(session + ".in"));

            assertThat(run.out()).isEqualTo(recorded(session + ".out"));
        }
    }

    private static boolean hasRust() throws Exception {
        try {
            return Run.of(new ProcessBuilder("rustc", "--version"), "").exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String recorded(String file) throws IOException {
        return Files.readString(RECORDED.resolve(file));
    }
}
