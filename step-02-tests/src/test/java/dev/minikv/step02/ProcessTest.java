package dev.minikv.step02;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program as the system runs it: bytes on a pipe, an environment, an exit code.
///
/// A start of a JVM takes as long as thousands of calls, so what needs none of these is tested
/// elsewhere.
class ProcessTest {

    private static final String BANNER = """
            ☕ Mini KV Store - Learning Project
            Commands: set <key> <value> | get <key> | delete <key> | count | quit

            """;

    /// Far more than a run takes, so that only a program that hangs reaches it.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void it_reads_and_writes_utf_8_whatever_the_locale(String locale) throws Exception {
        boolean isAscii = US_ASCII.newEncoder().canEncode(classes().toString());
        assumeTrue(isAscii || !locale.equals("C"), "in C, Java finds no classes below such a folder");

        Run run = run(locale, program(), """
                set 🦀 größer 大
                get 🦀
                quit
                """);

        assertThat(run).isEqualTo(new Run(0, BANNER + """
                > ✓ Set '🦀' = 'größer 大'
                > größer 大
                > Goodbye! ☕
                """, ""));
    }

    @Test
    void it_ends_well_where_its_input_ends() throws Exception {
        Run run = run("C.UTF-8", program(), "count");

        assertThat(run).isEqualTo(new Run(0, BANNER + """
                > Store contains 0 items
                >\s
                """, ""));
    }

    @Nested
    class When_a_stream_fails {

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell")
        void it_ends_without_a_word_when_its_reader_has_seen_enough() throws Exception {
            Run run = runInShell("""
                    { yes count 2>/dev/null | "$@"; echo "exit code $?" >&2; } | head -1""");

            assertThat(run.out()).isEqualTo("☕ Mini KV Store - Learning Project\n");
            assertThat(run.err()).isEqualTo("exit code 0\n");
        }

        @Test
        @EnabledOnOs(value = OS.LINUX, disabledReason = "not every system lets a program start on a folder")
        void it_says_why_it_cannot_read() throws Exception {
            Run run = runInShell("\"$@\" <.");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).isEqualTo("Input or output failed: Is a directory\n");
        }

        @Test
        @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /dev/full")
        void it_says_why_it_cannot_write() throws Exception {
            Run run = runInShell("\"$@\" >/dev/full");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).isEqualTo("Input or output failed: No space left on device\n");
        }

        /// Runs a shell command, in plain English, where `"$@"` stands for the program.
        private Run runInShell(String command) throws Exception {
            var shell = new ArrayList<>(List.of("sh", "-c", command, "sh"));
            shell.addAll(program());
            return run("C.UTF-8", shell, "");
        }
    }

    /// A program that has come to its end.
    private record Run(int exitCode, String out, String err) {}

    /// Returns the command that starts the program, in the Java that runs the tests.
    private static List<String> program() throws URISyntaxException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes().toString(),
                Main.class.getName());
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /// Runs a command to its end. What it writes goes to files: a pipe that nobody empties would
    /// stop it.
    ///
    /// @param typed what it finds on its standard input, a pipe, which then ends
    private Run run(String locale, List<String> command, String typed) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var program = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        program.environment().put("LC_ALL", locale);
        // Java says on standard error that it has picked up JAVA_TOOL_OPTIONS and the like.
        program.environment().keySet().removeIf(name -> name.matches(".*JAVA.*_OPTIONS"));
        Process process = program.start();
        try {
            process.outputWriter(UTF_8).append(typed).close();
            assertThat(process.waitFor(LIMIT)).as("ends within %s", LIMIT).isTrue();
            // readString refuses what is not UTF-8, so outputs that are equal as text have equal bytes.
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
