package dev.minikv.step05;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.minikv.step05.repl.Options;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The program as the operating system runs it: bytes on a pipe, an environment, an exit code.
///
/// Starting a JVM takes as long as thousands of calls, so whatever needs none of these is tested
/// elsewhere.
class ProcessTest {

    /// Far longer than a run takes, so that only a program that hangs reaches the limit.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void a_script_gets_answers_and_errors_apart_in_utf_8_whatever_the_locale(String locale) throws Exception {
        boolean isAscii = US_ASCII.newEncoder().canEncode(classes().toString());
        assumeTrue(isAscii || !locale.equals("C"), "in locale C, Java finds no classes in such a folder");

        Run run = run(locale, program(), """
                set 🦀 "größer 大"

                gte 🦀
                get 🦀
                set 🦀 größer 大
                count
                quit
                """);

        assertThat(run).isEqualTo(new Run(1, """
                ✓ Set "🦀" = "größer 大"
                "größer 大"
                Store contains 1 item
                """, """
                line 3: unknown command "gte"
                  gte 🦀
                  ^^^ did you mean get?
                line 5: too many arguments
                  set 🦀 größer 大
                                ^^ to pass it as one argument: set 🦀 "größer 大"
                """));
    }

    @Test
    void a_script_without_a_mistake_may_end_without_quit_and_without_the_end_of_its_last_line() throws Exception {
        Run run = run("C.UTF-8", program(), "set a 1\ncount");

        assertThat(run).isEqualTo(new Run(0, """
                ✓ Set "a" = "1"
                Store contains 1 item
                """, ""));
    }

    @Test
    void nothing_in_a_line_or_a_value_acts_on_the_terminal_that_shows_it() throws Exception {
        Run run = run("C.UTF-8", program(), """
                set red "\\u{1b}[31m"
                get red
                keys \033[2J
                get \033[2J
                \033[2J
                get \007 \u009b31m
                source "/dev/null/\\u{1b}[31m"
                """);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("""
                ✓ Set "red" = "\\u{1b}[31m"
                "\\u{1b}[31m"
                Key "\\u{1b}[2J" not found
                """);
        assertThat(run.err()).isNotEmpty().doesNotContainPattern("[\\p{Cc}&&[^\n]]");
    }

    @Test
    void answers_and_errors_in_one_file_keep_their_order() throws Exception {
        Run run = runInShell("\"$@\" 2>&1", """
                set a 1
                oops
                get a
                get
                count
                """);

        assertThat(run).isEqualTo(new Run(1, """
                ✓ Set "a" = "1"
                line 2: unknown command "oops"
                  oops
                  ^^^^ help lists the commands
                1
                line 4: get needs a <key>
                  get
                     ^ usage: get <key>
                Store contains 1 item
                """, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "csv", "binary"})
    void what_one_session_has_set_the_next_one_gets(String format) throws Exception {
        String file = folder.resolve("a.kv").toString();

        Run first =
                run("C", program("--file=" + file, "--format=" + format), "set note \"two  spaces\"\nset 🦀 größer\n");
        Run second = run("C", program("--file", file), "get note\nget 🦀\ncount\n");

        assertThat(first.exitCode()).isZero();
        assertThat(second).isEqualTo(new Run(0, "\"two  spaces\"\ngrößer\nStore contains 2 items\n", ""));
    }

    @Test
    void a_saved_script_is_a_script() throws Exception {
        String file = folder.resolve("a.kv").toString();
        run("C.UTF-8", program("--file=" + file), "set note \"two  spaces\"\n");

        Run run = run("C.UTF-8", program(file), "");

        assertThat(run).isEqualTo(new Run(0, "✓ Set \"note\" = \"two  spaces\"\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void a_signal_ends_it_with_everything_saved(String signal) throws Exception {
        String file = folder.resolve("a.kv").toString();
        Process process = start(program("--file=" + file));
        type(process, "set note x\n");

        new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();

        assertThat(process.waitFor(LIMIT)).isTrue();
        assertThat(run("C.UTF-8", program("--file=" + file), "get note\n").out())
                .isEqualTo("x\n");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs signals, and a pipe of known size")
    void a_signal_does_not_wait_for_somebody_to_read_the_answers() throws Exception {
        String file = folder.resolve("a.kv").toString();
        Process process = start(program("--file=" + file));
        type(process, "set note " + "x".repeat(1_000) + "\n");
        process.outputWriter(UTF_8).append("get note\n".repeat(1_000)).flush();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (process.getInputStream().available() < 65_536 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }

        assertEndsAndSaves(process, file);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs signals and named pipes")
    void a_signal_does_not_wait_for_the_end_of_a_sourced_script() throws Exception {
        String file = folder.resolve("a.kv").toString();
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        Process process = start(program("--file=" + file));
        type(process, "set note x\n");
        process.outputWriter(UTF_8).append("source " + pipe + "\n").flush();
        Process writer = new ProcessBuilder("sh", "-c", "exec 3>\"$0\"; echo open; exec cat", pipe.toString()).start();
        assertThat(writer.inputReader().readLine()).isEqualTo("open");

        try {
            assertEndsAndSaves(process, file);
        } finally {
            writer.destroyForcibly();
        }
    }

    /// Ends a program that is busy with a signal.
    private void assertEndsAndSaves(Process process, String file) throws Exception {
        try {
            new ProcessBuilder("kill", "" + process.pid()).start().waitFor(); // destroy() would close the pipes
            assertThat(process.waitFor(LIMIT)).as("ends at a signal").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(run("C.UTF-8", program("--file=" + file), "get note\n").out())
                .startsWith("x");
    }

    @Test
    void quit_anyway_gives_up_what_a_script_has_set() throws Exception {
        Path file = folder.resolve("a.kv");
        Path script = Files.writeString(folder.resolve("script"), "set a 1\nquit!\n");

        assertThat(run("C.UTF-8", program("--file=" + file, script.toString()), "")
                        .exitCode())
                .isZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_kill_takes_what_was_not_saved_and_leaves_the_rest() throws Exception {
        String file = folder.resolve("a.kv").toString();
        Process process = start(program("--file=" + file));
        type(process, "set note old\nsave\nset note new\n");

        process.destroyForcibly();

        assertThat(process.waitFor(LIMIT)).isTrue();
        assertThat(run("C.UTF-8", program("--file=" + file), "get note\n")).isEqualTo(new Run(0, "old\n", ""));
    }

    @Test
    void five_kills_in_the_middle_of_a_save_lose_nothing_that_was_acknowledged() throws Exception {
        Path file = folder.resolve("a.binary");
        Path fresh = folder.resolve("a.binary.saving");
        String large = "x".repeat(300_000);
        String entries = IntStream.range(0, 10)
                .mapToObj(i -> "set " + i + " " + large + "\n")
                .collect(Collectors.joining());
        run("C.UTF-8", program("--file=" + file), entries);
        int inTheMiddle = 0;
        for (int kill = 1; kill <= 5; kill++) {
            Process process = start(program("--file=" + file));
            type(process, "set note " + kill + "-saved\nsave\n");
            process.outputWriter(UTF_8)
                    .append("set note " + kill + "-being-saved\nsave\n")
                    .flush();
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (Files.notExists(fresh) && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }

            process.destroyForcibly();

            assertThat(process.waitFor(LIMIT)).isTrue();
            inTheMiddle += Files.exists(fresh) ? 1 : 0;
            assertThat(run("C.UTF-8", program("--file=" + file), "count\nget note\n"))
                    .isIn(
                            new Run(0, "Store contains 11 items\n" + kill + "-saved\n", ""),
                            new Run(0, "Store contains 11 items\n" + kill + "-being-saved\n", ""));
        }
        assertThat(inTheMiddle).as("kills in the middle of a save").isPositive();
    }

    @Test
    void a_second_process_is_kept_out() throws Exception {
        String file = folder.resolve("a.kv").toString();
        Process process = start(program("--file=" + file));
        type(process, "set note x\n");

        Run second = run("C.UTF-8", program("--file=" + file), "set note y\n");
        process.outputWriter(UTF_8).close();

        assertThat(second)
                .isEqualTo(new Run(1, "", "\"" + file + "\" is in use by another process; end that one first\n"));
        assertThat(process.waitFor(LIMIT)).isTrue();
        assertThat(run("C.UTF-8", program("--file=" + file), "get note\n").out())
                .isEqualTo("x\n");
    }

    @Test
    void it_does_not_start_on_a_damaged_file() throws Exception {
        Path file = Files.writeString(folder.resolve("a.kv"), "# minikv script, version 1\nset \"a\" \"1\"\n");

        Run run = run("C.UTF-8", program("--file=" + file), "set b 2\n");

        assertThat(run)
                .isEqualTo(new Run(
                        1,
                        "",
                        "\"" + file + "\" is damaged: it ends too early, at or after byte 39;"
                                + " nothing was loaded; --salvage loads what is left, and keeps a copy of the file\n"));
        assertThat(file).hasContent("# minikv script, version 1\nset \"a\" \"1\"\n");
    }

    @Test
    void a_folder_in_the_place_of_the_file_is_refused() throws Exception {
        Run run = run("C.UTF-8", program("--file=" + folder), "set b 2\n");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("cannot open ").contains(": it is not a file; ");
    }

    @Test
    void the_root_is_refused_and_nothing_is_left_there() throws Exception {
        Run run = run("C.UTF-8", program("--file=/"), "set b 2\n");

        assertThat(run)
                .isEqualTo(new Run(
                        1, "", "cannot open \"/\": it is not a file; name a file in a folder you may write to\n"));
        assertThat(Path.of("/null.lock")).doesNotExist();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a file system of no size")
    void what_cannot_be_saved_ends_with_a_failure() throws Exception {
        Run run = run("C.UTF-8", program("--file=/proc/a.kv"), "set b 2\n");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("cannot open \"/proc/a.kv\"");
    }

    /// Starts a program that goes on reading.
    private Process start(List<String> command) throws Exception {
        var program = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile());
        program.environment().put("LC_ALL", "C.UTF-8");
        return program.start();
    }

    /// Types lines, and waits until all of them are answered.
    private static void type(Process process, String lines) throws Exception {
        process.outputWriter(UTF_8).append(lines).flush();
        for (long left = lines.lines().count(); left > 0; left--) {
            assertThat(process.inputReader(UTF_8).readLine()).startsWith("✓");
        }
    }

    @Nested
    class Started_with {

        @Test
        void a_file_and_an_engine_it_does_what_the_file_says() throws Exception {
            String file = Files.writeString(folder.resolve("a.kv"), "# three\nset a 1\ngte\n")
                    .toString();

            Run run = run("C.UTF-8", program(file, "--engine=compact"), "set never 1\n");

            assertThat(run).isEqualTo(new Run(1, "✓ Set \"a\" = \"1\"\n", """
                    %s, line 3: unknown command "gte"
                      gte
                      ^^^ did you mean get?
                    """.formatted(file)));
        }

        @Test
        void bail_it_stops_at_the_first_error() throws Exception {
            Run run = run("C.UTF-8", program("--bail", "--max-entries=1"), """
                    set a 1
                    set b 2
                    set a 3
                    """);

            assertThat(run).isEqualTo(new Run(1, "✓ Set \"a\" = \"1\"\n", """
                    line 2: the store is full: it holds 1 key
                      nothing was stored; delete a key first, or raise the limit with --max-entries
                    """));
        }

        @Test
        void help_it_explains_its_options_and_does_nothing_else() throws Exception {
            Run run = run("C.UTF-8", program("--help"), "count\n");

            assertThat(run).isEqualTo(new Run(0, Options.usage() + "\n", ""));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "--nonsense | unknown option \"--nonsense\"; --help lists the options",
                    "--engin=hash    | unknown option \"--engin=hash\"; did you mean --engine?",
                    "--file= | --file needs the name of a file; such as --file=notes.kv",
                    "--format=json | unknown format \"json\"; the formats are script, csv and binary",
                    "--format=CSV | unknown format \"CSV\"; the formats are script, csv and binary",
                    "--disk=ssd | unknown option \"--disk=ssd\"; did you mean --disk=simulated?",
                    "--bail=no  | unknown option \"--bail=no\"; did you mean --bail?",
                    "--max-entries=0           | --max-entries cannot be \"0\"; " + EXPECTED,
                    "--max-entries=abc         | --max-entries cannot be \"abc\"; " + EXPECTED,
                    "--max-entries=99999999999 | --max-entries cannot be \"99999999999\"; " + EXPECTED
                })
        void nonsense_it_says_what_it_expected_and_does_nothing(String option, String message) throws Exception {
            Run run = run("C.UTF-8", program(option), "count\n");

            assertThat(run).isEqualTo(new Run(2, "", message + "\n"));
        }

        private static final String EXPECTED = "expected a number from 1 to 2147483647, such as --max-entries=1000";
    }

    @Nested
    class When_a_stream_fails {

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell")
        void it_ends_silently_when_its_reader_has_seen_enough() throws Exception {
            Run run = runInShell("""
                    { yes count 2>/dev/null | "$@"; echo "exit code $?" >&2; } | head -1""", "");

            assertThat(run.out()).isEqualTo("Store contains 0 items\n");
            assertThat(run.err()).isEqualTo("exit code 0\n");
        }

        @Test
        @EnabledOnOs(value = OS.LINUX, disabledReason = "not every system lets a folder be standard input")
        void it_says_why_it_cannot_read_and_with_debug_where() throws Exception {
            Run run = runInShell("\"$@\" --debug <.", "");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).startsWith("""
                    input or output failed: Is a directory; the program ends
                    java.io.IOException: Is a directory
                    \tat\s""");
        }

        @ParameterizedTest
        @CsvSource({
            "'', >/dev/full, No space left on device",
            "--help, >/dev/full, No space left on device",
            "'', 1</dev/null, Bad file descriptor"
        })
        @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /dev/full")
        void it_says_why_it_cannot_write(String option, String redirection, String reason) throws Exception {
            Run run = runInShell("\"$@\" " + option + " " + redirection, "count\n");

            assertThat(run).isEqualTo(new Run(1, "", "input or output failed: " + reason + "; the program ends\n"));
        }
    }

    /// What a finished program left: its exit code, standard output and standard error.
    private record Run(int exitCode, String out, String err) {}

    /// Returns the command that starts the program, on the JDK that runs the tests.
    static List<String> program(String... options) throws URISyntaxException {
        String jline = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> Path.of(path).getFileName().toString().startsWith("jline-"))
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes() + File.pathSeparator + jline,
                Main.class.getName()));
        command.addAll(List.of(options));
        return command;
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /// Runs a shell command in which `"$@"` stands for the program. The locale is English.
    private Run runInShell(String command, String typed) throws Exception {
        var shell = new ArrayList<>(List.of("sh", "-c", command, "sh"));
        shell.addAll(program());
        return run("C.UTF-8", shell, typed);
    }

    /// Runs a command to its end. Its output goes to files, because a pipe that nobody drains fills
    /// up and blocks the command.
    ///
    /// @param typed what the command reads from its standard input, a pipe, which then ends
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
