package dev.minikv.step06;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.minikv.step06.log.SyncPolicy;
import dev.minikv.step06.repl.Options;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
    void what_one_session_has_saved_another_one_loads(String format) throws Exception {
        String file = folder.resolve("a." + format).toString();

        Run first = run("C", program(), "set note \"two  spaces\"\nset 🦀 größer\nsave " + file + "\n");
        Run second = run("C", program(), "load " + file + "\nget note\nget 🦀\n");

        assertThat(first.exitCode()).isZero();
        assertThat(second)
                .isEqualTo(new Run(0, "✓ Loaded 2 items from \"" + file + "\"\n\"two  spaces\"\ngrößer\n", ""));
    }

    @Test
    void a_saved_script_is_a_script() throws Exception {
        String file = folder.resolve("a.kv").toString();
        run("C.UTF-8", program(), "set note \"two  spaces\"\nsave " + file + "\n");

        Run run = run("C.UTF-8", program(file), "");

        assertThat(run).isEqualTo(new Run(0, "✓ Set \"note\" = \"two  spaces\"\n", ""));
    }

    @Test
    void what_cannot_be_loaded_or_saved_ends_with_a_failure() throws Exception {
        Run run = run("C.UTF-8", program(), "load /absent/a.kv\nsave /absent/a.kv\n");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("line 1: cannot load \"/absent/a.kv\": no such file")
                .contains("line 2: cannot open \"/absent/a.kv\"");
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
                    "--data= | --data needs the name of a folder; such as --data=notes",
                    "--data  | --data needs the name of a folder; such as --data=notes",
                    "--file=notes.kv | unknown option \"--file=notes.kv\"; did you mean --data?",
                    "--sync=daily | unknown policy \"daily\"; the policies are always, second and never",
                    "--sync=ALWAYS | unknown policy \"ALWAYS\"; the policies are always, second and never",
                    "--sync=never | --sync needs a data folder; name one at the start, as in --data=notes",
                    "--salvage | --salvage needs a data folder; name one at the start, as in --data=notes",
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

    /// What needs a log, and so the disk of this machine.
    @Nested
    class With_a_data_folder {

        private String data;

        @BeforeEach
        void name_the_folder() {
            data = "--data=" + folder.resolve("data");
        }

        @ParameterizedTest
        @EnumSource(SyncPolicy.class)
        void what_one_session_has_set_the_next_one_gets(SyncPolicy sync) throws Exception {
            String policy = "--sync=" + sync.word();

            Run first = run("C", program(data, policy), "set note \"two  spaces\"\nset 🦀 größer\nset a 1\ndelete a\n");
            Run second = run("C", program(data, policy, "--engine=compact"), "get note\nget 🦀\ncount\n");

            assertThat(first.exitCode()).isZero();
            assertThat(second).isEqualTo(new Run(0, "\"two  spaces\"\ngrößer\nStore contains 2 items\n", ""));
        }

        @Test
        void every_command_works() throws Exception {
            String file = folder.resolve("a.kv").toString();

            Run run = run("C.UTF-8", program(data), """
                    set a 1
                    set b 2
                    set b 3
                    get b
                    exists a
                    delete a
                    keys
                    count
                    save %1$s
                    clear
                    load %1$s
                    compact
                    get b
                    set c 4
                    """.formatted(file));
            Run next = run("C.UTF-8", program(data), "keys\nget b\nstats\n");

            assertThat(run).isEqualTo(new Run(0, """
                    ✓ Set "a" = "1"
                    ✓ Set "b" = "2"
                    ✓ Set "b" = "3"
                    3
                    yes
                    ✓ Deleted "a" (was: "1")
                    b
                    Store contains 1 item
                    ✓ Saved 1 item to "%1$s"
                    ✓ Deleted 1 item
                    ✓ Loaded 1 item from "%1$s"
                    ✓ Compacted: 1 segment became a snapshot of 1 item
                    3
                    ✓ Set "c" = "4"
                    """.formatted(file), ""));
            assertThat(next.out())
                    .startsWith("b\nc\n3\nentries              2\n")
                    .endsWith("\n  bytes cut          0\n  records lost       0\n");
            assertThat(next.err()).isEmpty();
        }

        @Test
        void a_second_process_is_kept_out() throws Exception {
            Process process = start(program(data));
            type(process, "set note x\n");

            Run second = run("C.UTF-8", program(data), "set note y\n");
            process.outputWriter(UTF_8).close();

            assertThat(second)
                    .isEqualTo(new Run(
                            1,
                            "",
                            "\"" + folder.resolve("data") + "\" is in use by another process; end that one first\n"));
            assertThat(process.waitFor(LIMIT)).isTrue();
            assertNote("x");
        }

        @ParameterizedTest
        @ValueSource(strings = {"TERM", "INT", "HUP"})
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
        void a_signal_ends_it_in_order(String signal) throws Exception {
            Process process = start(program(data, "--sync=never"));
            type(process, "set note x\n");

            new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();

            assertThat(process.waitFor(LIMIT)).isTrue();
            assertThat(folder.resolve("errors")).isEmptyFile();
            assertNote("x");
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
        void a_signal_ends_a_script_without_a_word_and_with_every_answer_kept() throws Exception {
            int lines = 300_000;
            Path script = Files.write(
                    folder.resolve("script"),
                    IntStream.range(0, lines).mapToObj(i -> "set " + i + " x").toList());
            Process process = start(program(data, "--sync=never", script.toString()));
            BufferedReader answers = process.inputReader(UTF_8);
            answers.readLine();

            new ProcessBuilder("kill", "" + process.pid()).start().waitFor();

            long answered =
                    1 + answers.lines().filter(line -> line.startsWith("✓")).count();
            assertThat(process.waitFor(LIMIT)).isTrue();
            assertThat(folder.resolve("errors")).isEmptyFile();
            String count = run("C.UTF-8", program(data), "count\n").out().replaceAll("\\D", "");
            assertThat(Long.parseLong(count)).isBetween(answered, lines - 1L);
        }

        @Test
        @EnabledOnOs(value = OS.LINUX, disabledReason = "needs signals, and a pipe of known size")
        void a_signal_does_not_wait_for_somebody_to_read_the_answers() throws Exception {
            Process process = start(program(data));
            type(process, "set note " + "x".repeat(1_000) + "\n");
            process.outputWriter(UTF_8).append("get note\n".repeat(1_000)).flush();
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (process.getInputStream().available() < 65_536 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }

            assertEndsAtASignal(process);
            assertNote("x".repeat(1_000));
        }

        @Test
        @EnabledOnOs(value = OS.LINUX, disabledReason = "needs signals and named pipes")
        void a_signal_does_not_wait_for_the_end_of_a_sourced_script() throws Exception {
            Path pipe = folder.resolve("pipe");
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
            Process process = start(program(data));
            type(process, "set note x\n");
            process.outputWriter(UTF_8).append("source " + pipe + "\n").flush();
            Process writer =
                    new ProcessBuilder("sh", "-c", "exec 3>\"$0\"; echo open; exec cat", pipe.toString()).start();
            assertThat(writer.inputReader().readLine()).isEqualTo("open");

            try {
                assertEndsAtASignal(process);
            } finally {
                writer.destroyForcibly();
            }
            assertNote("x");
        }

        private void assertEndsAtASignal(Process process) throws Exception {
            try {
                new ProcessBuilder("kill", "" + process.pid()).start().waitFor(); // destroy() would close the pipes
                assertThat(process.waitFor(LIMIT)).as("ends at a signal").isTrue();
            } finally {
                process.destroyForcibly();
            }
        }

        @ParameterizedTest
        @EnumSource(SyncPolicy.class)
        void a_kill_takes_nothing_that_was_answered(SyncPolicy sync) throws Exception {
            Process process = start(program(data, "--sync=" + sync.word()));
            type(process, "set a 1\nset note x\ndelete a\n");

            process.destroyForcibly();

            assertThat(process.waitFor(LIMIT)).isTrue();
            assertThat(run("C.UTF-8", program(data), "count\nget note\n"))
                    .isEqualTo(new Run(0, "Store contains 1 item\nx\n", ""));
        }

        @Test
        void a_torn_tail_is_not_worth_a_word() throws Exception {
            run("C.UTF-8", program(data), "set note x\nset a 1\n");
            Path log = largestFile();
            byte[] bytes = Files.readAllBytes(log);
            Files.write(log, Arrays.copyOf(bytes, bytes.length - 1));

            assertThat(run("C.UTF-8", program(data), "keys\n")).isEqualTo(new Run(0, "note\n", ""));
        }

        @Test
        void a_damaged_folder_is_refused_until_it_is_salvaged() throws Exception {
            run("C.UTF-8", program(data), "set a 1\nset b 2\nset c 3\nset d 4\nset e 5\n");
            Path log = largestFile();
            byte[] bytes = Files.readAllBytes(log);
            bytes[bytes.length / 2]++;
            Files.write(log, bytes);

            Run refused = run("C.UTF-8", program(data), "count\n");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err())
                    .contains(log.getFileName() + "\" is damaged at byte ")
                    .containsPattern(
                            ": \\d records? known to be lost; --salvage goes on with the rest, \\d items?, and keeps a copy");
            assertThat(log).hasBinaryContent(bytes);

            Run salvaged = run("C.UTF-8", program(data, "--salvage"), "get a\nget e\n");
            assertThat(salvaged.exitCode()).isZero();
            assertThat(salvaged.out()).isEqualTo("1\n5\n");
            assertThat(salvaged.err()).contains(" was damaged: ").contains(" lost; the session goes on with ");
            assertThat(log.resolveSibling(log.getFileName() + ".damaged")).hasBinaryContent(bytes);

            assertThat(run("C.UTF-8", program(data), "get a\nget e\n")).isEqualTo(new Run(0, "1\n5\n", ""));
        }

        @Test
        void a_salvage_is_reported_even_if_no_record_is_known_to_be_lost() throws Exception {
            run("C.UTF-8", program(data), "set a 1\n");
            Files.write(largestFile(), new byte[0]);

            assertThat(run("C.UTF-8", program(data, "--salvage"), "count\n").err())
                    .contains(" was damaged: 0 records known to be lost; the session goes on with 0 items");
        }

        private Path largestFile() throws IOException {
            try (Stream<Path> files = Files.list(folder.resolve("data"))) {
                return files.max(Comparator.comparing(file -> file.toFile().length()))
                        .orElseThrow();
            }
        }

        @Test
        void a_file_in_the_place_of_the_folder_is_refused_and_left_alone() throws Exception {
            Path file = Files.writeString(folder.resolve("data"), "Dear store,\n");

            Run run = run("C.UTF-8", program(data), "set a 1\n");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("the data folder \"" + file + "\" cannot be used: ");
            assertThat(file).hasContent("Dear store,\n");
        }

        @Test
        @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a file system of no size")
        void a_folder_that_cannot_be_created_is_refused() throws Exception {
            Run run = run("C.UTF-8", program("--data=/proc/data"), "set b 2\n");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).startsWith("the data folder \"/proc/data\" cannot be used: ");
        }

        @Test
        void a_simulated_disk_starts_empty_and_outlives_a_power_cut() throws Exception {
            Run run = run("C.UTF-8", program(data, "--disk=simulated"), "set a 1\npower off\nget a\n");

            assertThat(run).isEqualTo(new Run(0, """
                    ✓ Set "a" = "1"
                    The power was cut. Started again, with 1 item
                    1
                    """, ""));
            assertThat(folder.resolve("data")).doesNotExist();
        }

        private void assertNote(String value) throws Exception {
            assertThat(run("C.UTF-8", program(data), "get note\n")).isEqualTo(new Run(0, value + "\n", ""));
        }
    }

    /// Starts a program that goes on reading.
    private Process start(List<String> command) throws Exception {
        var program = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile());
        setEnvironment(program, "C.UTF-8");
        return program.start();
    }

    /// Types lines, and waits until all of them are answered.
    private static void type(Process process, String lines) throws Exception {
        process.outputWriter(UTF_8).append(lines).flush();
        for (long left = lines.lines().count(); left > 0; left--) {
            assertThat(process.inputReader(UTF_8).readLine()).startsWith("✓");
        }
    }

    private static void setEnvironment(ProcessBuilder program, String locale) {
        program.environment().put("LC_ALL", locale);
        // With JAVA_TOOL_OPTIONS and the like, Java prints a line of its own to standard error.
        program.environment().keySet().removeIf(name -> name.matches(".*JAVA.*_OPTIONS"));
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
        setEnvironment(program, locale);
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
