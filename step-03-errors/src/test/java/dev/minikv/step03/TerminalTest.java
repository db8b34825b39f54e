package dev.minikv.step03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.IntStream;
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
/// The terminal is a real one as far as the program can tell. Each test starts a JVM, and so goes
/// through a whole session.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the program `script` differs from system to system")
class TerminalTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void there_is_a_terminal_to_play() throws Exception {
        boolean found =
                new ProcessBuilder("sh", "-c", "command -v script stty").start().waitFor() == 0;
        assumeTrue(found, "the programs `script` and `stty` make the terminal, and one is missing here");
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
            assertThat(terminal.errors()).as("what the JVM or JLine warns of").isEmpty();
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
    void lines_that_are_pasted_together_are_done_one_by_one() throws Exception {
        try (var terminal = start()) {
            terminal.type("\033[200~set a 1\rset b 2\rcount\033[201~");
            terminal.expect("count");

            terminal.ask("", "✓ Set \"a\" = \"1\"\r\n✓ Set \"b\" = \"2\"\r\nStore contains 2 items");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', true", "1, false"})
    void only_errors_are_red_and_only_without_no_color(String noColor, boolean red) throws Exception {
        try (var terminal = start("NO_COLOR", noColor)) {
            terminal.ask("set x \"\\u{1b}[2J\"", "✓ Set \"x\" = \"\\u{1b}[2J\"");
            terminal.ask("get x", "\"\\u{1b}[2J\"");
            assertThat(terminal.shown())
                    .as("what the value would have told the terminal")
                    .doesNotContain("\033[2J");
            assertThat(terminal.shown()).doesNotContainPattern("\033\\[[;0-9]*m");

            terminal.ask("gte x", "did you mean get?");
            if (red) {
                assertThat(terminal.shown()).containsPattern("\033\\[[;0-9]*31[;0-9]*munknown command \"gte\"");
            } else {
                assertThat(terminal.shown()).doesNotContainPattern("\033\\[[;0-9]*m");
            }
        }
    }

    /// As on Windows without the native code of its console: JLine falls back to a plain terminal.
    @Test
    void a_terminal_that_cannot_be_controlled_costs_a_warning_and_no_more() throws Exception {
        try (var terminal = start("JAVA_TOOL_OPTIONS", "-Dos.name='Windows 11'")) {
            assertThat(terminal.errors().lines())
                    .filteredOn(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
                    .containsExactly("this terminal cannot be controlled;"
                            + " lines can be neither edited, recalled nor completed");
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

            assertThat(Files.readAllLines(file)).contains("set note kept").hasSizeLessThan(1500);
            assertThat(permissions(file))
                    .as("of the file that JLine has shortened")
                    .isEqualTo("rw-------");
        }

        private static String permissions(Path file) throws IOException {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        }

        @Test
        void that_cannot_be_kept_costs_a_warning_and_no_more() throws Exception {
            Files.createFile(folder.resolve("minikv"));

            assertWarnsAndWorks(folder.resolve("minikv") + " is in the way");
        }

        @Test
        void that_is_damaged_costs_a_warning_and_no_more() throws Exception {
            Files.write(historyFile(), new byte[] {'g', 'e', 't', ' ', (byte) 0xFF, '\n'}); // no UTF-8

            assertWarnsAndWorks("it is damaged");
        }

        private void assertWarnsAndWorks(String reason) throws Exception {
            try (var terminal = start()) {
                assertThat(terminal.errors())
                        .isEqualTo(
                                "the history cannot be kept in %s: %s; %s\n",
                                folder.resolve("minikv/history"),
                                reason,
                                "this session's lines will be forgotten at its end");
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
    private PseudoTerminal start(String... variable) throws Exception {
        var terminal = new PseudoTerminal(folder, variable.length == 0 ? Map.of() : Map.of(variable[0], variable[1]));
        terminal.expect("> ");
        return terminal;
    }
}
