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

/// The program as the operating system runs it: bytes on a pipe, an environment, an exit code.
///
/// Starting a JVM takes as long as thousands of calls, so whatever needs none of these is tested
/// elsewhere.
class ProcessTest {

    private static final String BANNER = """
            ☕ Mini KV Store - Learning Project
            Commands: set <key> <value> | get <key> | delete <key> | count | quit

            """;

    /// Far longer than a run takes, so that only a program that hangs reaches the limit.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void it_reads_and_writes_utf_8_whatever_the_locale(String locale) throws Exception {
        boolean isAscii = US_ASCII.newEncoder().canEncode(classes().toString());
        assumeTrue(isAscii || !locale.equals("C"), "in locale C, Java finds no classes in such a folder");

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
    void it_exits_cleanly_at_the_end_of_its_input() throws Exception {
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
        void it_ends_silently_when_its_reader_has_seen_enough() throws Exception {
            Run run = runInShell("""
                    { yes count 2>/dev/null | "$@"; echo "exit code $?" >&2; } | head -1""");

            assertThat(run.out()).isEqualTo("☕ Mini KV Store - Learning Project\n");
            assertThat(run.err()).isEqualTo("exit code 0\n");
        }

        @Test
        @EnabledOnOs(value = OS.LINUX, disabledReason = "not every system lets a folder be standard input")
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

    /// What a finished program left: its exit code, standard output and standard error.
    private record Run(int exitCode, String out, String err) {}

    /// Returns the command that starts the program, on the JDK that runs the tests.
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

    /// Runs a command to its end. Its output goes to files, because a pipe that nobody drains fills
    /// up and blocks the command.
    ///
    /// @param typed what the command reads from its standard input, which then ends
    private Run run(String locale, List<String> command, String typed) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var program = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        program.environment().put("LC_ALL", locale);
        // With JAVA_TOOL_OPTIONS and the like, Java prints a line of its own to standard error.
        program.environment().keySet().removeIf(name -> name.matches(".*JAVA.*_OPTIONS"));
        Process process = program.start();
        try {
            process.outputWriter(UTF_8).append(typed).close();
            assertThat(process.waitFor(LIMIT)).as("ends within %s", LIMIT).isTrue();
            // readString rejects malformed UTF-8, so outputs that are equal as text have equal bytes.
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
