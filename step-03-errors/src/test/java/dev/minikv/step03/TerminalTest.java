package dev.minikv.step03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The program as a person meets it: at a terminal, key by key.
///
/// The program cannot tell the pseudo-terminal from a real one. Each test starts a JVM and goes through
/// a whole session.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the program `script` differs from system to system")
class TerminalTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void the_programs_that_make_a_terminal_are_installed() throws Exception {
        boolean found =
                new ProcessBuilder("sh", "-c", "command -v script stty").start().waitFor() == 0;
        assumeTrue(found, "the programs `script` and `stty` make the terminal, and one of them is missing");
    }

    @Test
    void lines_are_edited_recalled_searched_and_dropped() throws Exception {
        try (var terminal = start()) {
            terminal.ask("set note oe" + PseudoTerminal.LEFT + "n", "✓ Set \"note\" = \"one\"");
            terminal.ask("get note", "one");
            terminal.ask(PseudoTerminal.UP + PseudoTerminal.UP + "s", "✓ Set \"note\" = \"ones\"");
            terminal.ask(PseudoTerminal.CTRL_R + "get", "ones");

            terminal.ask("set note \"half" + PseudoTerminal.CTRL_C + "get note", "ones"); // without a pause

            terminal.type(PseudoTerminal.CTRL_D);
            assertThat(terminal.exitCode()).isZero();
            assertThat(terminal.shown()).startsWith("☕ Mini KV Store");
            assertThat(terminal.errors()).as("warnings of the JVM or JLine").isEmpty();
        }
    }

    @Test
    void the_tab_key_completes_commands_and_keys() throws Exception {
        try (var terminal = start()) {
            terminal.ask("set \"my key\" gold", "✓ Set \"my key\" = \"gold\"");
            terminal.ask("set 🦀 silver", "✓ Set \"🦀\" = \"silver\"");

            terminal.ask("ke\t", "\"my key\"\r\n🦀");
            terminal.ask("get my\t", "gold");
            terminal.ask("get \"my\t", "gold");
            terminal.ask("get 🦀\t", "silver");
        }
    }

    @Test
    void the_tab_key_inserts_the_common_prefix_and_counts_the_candidates() throws Exception {
        try (var terminal = start()) {
            source(
                    terminal,
                    IntStream.range(0, 120).mapToObj(i -> String.format(Locale.ROOT, "set user:%04d x", i)),
                    "set zebra last");

            terminal.type("get \t");
            terminal.expect("all 121 possibilities");
            terminal.type("n");
            terminal.ask("zeb\t", "last");

            terminal.type("get us\t");
            terminal.expect("er:0"); // and not user:00
            terminal.expect("all 120 possibilities");
            terminal.type("n");
            terminal.ask("119\t", "x");
        }
    }

    @Test
    void the_tab_key_counts_candidates_that_are_too_many_to_list() throws Exception {
        try (var terminal = start()) {
            source(
                    terminal,
                    IntStream.range(0, 1001).mapToObj(i -> String.format(Locale.ROOT, "set user:%04d x", i)),
                    "set zebra last");

            terminal.type("get \t");
            terminal.expect("1002 matches: type more to narrow them down");
            terminal.type("u\t");
            terminal.expect("ser:");
            terminal.ask("1\t", "x"); // of user:1000 alone
        }
    }

    @Test
    void the_tab_key_completes_keys_whatever_quotes_they_start_with() throws Exception {
        try (var terminal = start()) {
            terminal.ask("set 'a b' 1", "✓ Set");
            terminal.ask("set 'a c' 2", "✓ Set");

            terminal.type("get 'a\t");
            terminal.expect("\"a b\"   \"a c\"");
            assertThat(terminal.shown()).doesNotContain("original", "others");
        }
    }

    @Test
    void lines_that_are_pasted_together_are_executed_and_recalled_one_by_one() throws Exception {
        try (var terminal = start()) {
            terminal.type("\033[200~set a 1\rset b 2\rcount\033[201~");
            terminal.expect("count");

            terminal.ask("", "✓ Set \"a\" = \"1\"\r\n✓ Set \"b\" = \"2\"\r\nStore contains 2 items");
            terminal.ask("history", "    1  set a 1\r\n    2  set b 2\r\n    3  count\r\n    4  history");
            terminal.ask(PseudoTerminal.UP + PseudoTerminal.UP + PseudoTerminal.UP + "2", "✓ Set \"b\" = \"22\"");
        }
    }

    @Test
    void ctrl_backslash_does_nothing() throws Exception {
        try (var terminal = start()) {
            terminal.ask("cou" + PseudoTerminal.CTRL_BACKSLASH + "nt", "Store contains 0 items");
            assertThat(terminal.shown()).doesNotContain("Full thread dump");
        }
    }

    @Test
    void on_a_narrow_screen_a_suggested_line_is_whole() throws Exception {
        try (var terminal = start("COLUMNS", "40")) {
            terminal.type("set note a value that is too long for the screen\r");
            terminal.expect(
                    "too many arguments",
                    "  set note a value that is too long for…\r\n             ^^^^^^^^^^^^^\r\n",
                    "  to pass it as one argument: set note \"a value that is too long for the screen\"\r\n");
        }
    }

    @Test
    void long_values_are_shortened() throws Exception {
        try (var terminal = start()) {
            String value = "x".repeat(300_000);
            source(terminal, Stream.of("set a " + value), "set b 1");

            assertThat(terminal.shown()).contains("✓ Set \"a\" = \"" + "x".repeat(60) + "…\" (300000 chars)");
            terminal.ask("get a", value);
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "HUP, 129"})
    void a_signal_ends_the_line_that_is_being_typed_and_the_program(String signal, int exitCode) throws Exception {
        try (var terminal = start()) {
            String line = "set note " + "x".repeat(90); // which wraps to a second line of the screen
            terminal.type(line + PseudoTerminal.LEFT);
            terminal.expect("xx\b");

            terminal.signal(signal);

            assertThat(terminal.exitCode()).isEqualTo(exitCode);
            assertThat(terminal.shown().substring(terminal.shown().lastIndexOf('x')))
                    .as("after the last x of the line")
                    .contains("\r\n");
        }
    }

    @Nested
    class A_dumb_terminal {

        @Test
        void shows_lines_once_and_drops_them_at_ctrl_c() throws Exception {
            try (var terminal = start("TERM", "dumb")) {
                terminal.type("set note 1\r");
                terminal.expect("set note 1\r\n✓ Set \"note\" = \"1\"\r\n> ");

                terminal.type("set note half");
                terminal.expect("half");
                terminal.type(PseudoTerminal.CTRL_C);
                terminal.expect("^C", "\n> ");
                terminal.ask("get note", "get note\r\n1\r\n");

                terminal.type("history\r");
                terminal.expect("    1  set note 1\r\n    2  get note\r\n    3  history\r\n> ");
                terminal.type(PseudoTerminal.CTRL_D);
                assertThat(terminal.exitCode()).isZero();
                assertThat(terminal.shown()).doesNotContain("\033").endsWith("> \r\n");
            }
        }

        @Test
        void knows_nothing_of_ctrl_backslash() throws Exception {
            try (var terminal = start("TERM", "dumb")) {
                terminal.ask(PseudoTerminal.CTRL_BACKSLASH, "unknown command \"\\u{1c}\"");
                assertThat(terminal.shown()).doesNotContain("Full thread dump");
            }
        }

        @Test
        void gets_an_end_of_line_when_a_signal_ends_the_program() throws Exception {
            try (var terminal = start("TERM", "dumb")) {
                terminal.type("half");
                terminal.expect("half");

                terminal.signal("TERM");

                assertThat(terminal.exitCode()).isEqualTo(143);
                assertThat(terminal.shown()).endsWith("half\r\n");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'', true", "1, false"})
    void only_errors_are_red_and_only_without_no_color(String noColor, boolean red) throws Exception {
        try (var terminal = start("NO_COLOR", noColor)) {
            terminal.ask("set x \"\\u{1b}[2J\"", "✓ Set \"x\" = \"\\u{1b}[2J\"");
            terminal.ask("get x", "\"\\u{1b}[2J\"");
            assertThat(terminal.shown()).as("the control sequence in the value").doesNotContain("\033[2J");
            assertThat(terminal.shown()).doesNotContainPattern("\033\\[[;0-9]*m");

            terminal.ask("gte x", "did you mean get?");
            if (red) {
                assertThat(terminal.shown()).containsPattern("\033\\[[;0-9]*31[;0-9]*munknown command \"gte\"");
            } else {
                assertThat(terminal.shown()).doesNotContainPattern("\033\\[[;0-9]*m");
            }
        }
    }

    /// As on Windows without native access to the console: JLine falls back to a dumb terminal.
    @Test
    void a_terminal_without_line_editing_costs_only_a_warning() throws Exception {
        try (var terminal = start("JAVA_TOOL_OPTIONS", "-Dos.name='Windows 11'")) {
            assertThat(terminal.errors().lines())
                    .filteredOn(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
                    .containsExactly("this terminal does not support line editing;"
                            + " lines cannot be edited, recalled or completed");
            terminal.ask("set note 1", "✓ Set \"note\" = \"1\"");
            terminal.ask("get note", "1");
        }
    }

    @Nested
    class The_history {

        @Test
        void goes_on_in_the_next_session_private_and_bounded() throws Exception {
            Path file = historyFile();
            Files.write(file, IntStream.range(0, 2000).mapToObj(i -> "get " + i).toList());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

            try (var terminal = start()) {
                assertThat(permissions(file)).isEqualTo("rw-------");
                terminal.ask("set note kept", "✓ Set");
                terminal.type("quit\r");
                assertThat(terminal.exitCode()).isZero();
            }
            try (var terminal = start()) {
                terminal.ask(PseudoTerminal.UP + PseudoTerminal.UP, "✓ Set \"note\" = \"kept\"");
                terminal.ask("history", "1000  history");
            }

            assertThat(Files.readAllLines(file)).contains("set note kept").hasSize(1000);
            assertThat(permissions(file)).isEqualTo("rw-------");
        }

        @Test
        void of_two_sessions_is_bounded_too_and_has_the_lines_of_both() throws Exception {
            Path file = historyFile();
            Files.write(file, IntStream.range(0, 995).mapToObj(i -> "get " + i).toList());

            try (var one = start();
                    var other = start()) {
                for (int i = 0; i < 10; i++) {
                    one.ask("get one" + i, "not found");
                    other.ask("get other" + i, "not found");
                }
            }

            assertThat(Files.readAllLines(file))
                    .hasSize(1000)
                    .contains("get one9")
                    .endsWith("get other9");
        }

        @Test
        void is_kept_below_the_home_that_the_environment_names() throws Exception {
            Path file = folder.resolve("home/.local/state/minikv/history");

            try (var terminal =
                    start("XDG_STATE_HOME", "", "HOME", folder.resolve("home").toString())) {
                terminal.ask("count", "Store contains 0 items");
            }

            assertThat(file).hasContent("count\n");
        }

        @Test
        void without_any_home_is_lost_after_one_warning() throws Exception {
            try (var terminal = start("XDG_STATE_HOME", "", "HOME", "", "JAVA_TOOL_OPTIONS", "-Duser.home=?")) {
                terminal.ask("count", "Store contains 0 items");
                terminal.ask("history", "    1  count\r\n    2  history");

                assertThat(terminal.errors().lines())
                        .filteredOn(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
                        .containsExactly("cannot keep the history: there is no home folder;"
                                + " this session's history will be lost when it ends");
            }
        }

        private static String permissions(Path file) throws IOException {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        }

        @Test
        void that_cannot_be_kept_costs_only_a_warning() throws Exception {
            Files.createFile(folder.resolve("minikv"));

            assertWarnsAndWorks(folder.resolve("minikv") + " is in the way");
        }

        @Test
        void that_is_damaged_costs_only_a_warning() throws Exception {
            Files.write(historyFile(), new byte[] {'g', 'e', 't', ' ', (byte) 0xFF, '\n'}); // not UTF-8

            assertWarnsAndWorks("the file is damaged");
        }

        @Test
        void that_is_far_too_large_costs_only_a_warning() throws Exception {
            try (var file = new RandomAccessFile(historyFile().toFile(), "rw")) {
                file.setLength(3L << 30);
            }

            assertWarnsAndWorks(historyFile() + ": it is larger than 100 MB");
        }

        @Test
        void that_fails_in_mid_session_costs_one_warning() throws Exception {
            try (var terminal = start()) {
                Files.delete(historyFile());

                terminal.type("set note 1\r");
                terminal.expect("cannot keep the history in " + historyFile() + ": no such file", "✓ Set");
                terminal.ask("set note 2", "✓ Set");
                assertThat(terminal.shown()).containsOnlyOnce("cannot keep the history");
            }
        }

        private void assertWarnsAndWorks(String reason) throws Exception {
            try (var terminal = start()) {
                assertThat(terminal.errors())
                        .isEqualTo(
                                "cannot keep the history in %s: %s; %s\n",
                                folder.resolve("minikv/history"),
                                reason,
                                "this session's history will be lost when it ends");
                terminal.ask("set note 1", "✓ Set \"note\" = \"1\"");
                terminal.ask(PseudoTerminal.UP + "1", "✓ Set \"note\" = \"11\"");
                assertThat(terminal.errors()).hasLineCount(1);
            }
        }

        private Path historyFile() throws IOException {
            return Files.createDirectories(folder.resolve("minikv")).resolve("history");
        }
    }

    /// Starts the program, and waits for its prompt.
    ///
    /// @param variable environment variables: a name, its value, the next name, and so on
    private PseudoTerminal start(String... variable) throws Exception {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < variable.length; i += 2) {
            variables.put(variable[i], variable[i + 1]);
        }
        var terminal = new PseudoTerminal(folder, variables);
        terminal.expect("> ");
        return terminal;
    }

    /// Runs lines from a file, which is quicker than typing them.
    private void source(PseudoTerminal terminal, Stream<String> lines, String last) throws Exception {
        Path file = Files.write(
                folder.resolve("lines.kv"),
                Stream.concat(lines, Stream.of(last)).toList());
        terminal.ask("source '" + file + "'", "✓ Set \"" + last.split(" ")[1] + "\"");
    }
}
