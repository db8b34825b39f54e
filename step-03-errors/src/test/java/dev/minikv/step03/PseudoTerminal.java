package dev.minikv.step03;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The program at a terminal that the test operates: the test types, and waits for text to appear.
///
/// The command `script` makes a pseudo-terminal, which the program cannot tell from a real one. It has
/// as many columns as the variable COLUMNS says, or 80. The program's output is text mixed with control
/// sequences; nothing renders it as a screen.
final class PseudoTerminal implements AutoCloseable {

    static final String UP = "\033OA";
    static final String LEFT = "\033OD";
    static final String CTRL_C = "\003";
    static final String CTRL_D = "\004";
    static final String CTRL_R = "\022";
    static final String CTRL_BACKSLASH = "\034";

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Path errors;
    private final Process process;
    private final Writer keyboard;
    private final StringBuilder shown = new StringBuilder(); // guarded by itself
    private int seen = 0; // the end of the last expected text
    private boolean over = false; // guarded by shown

    /// Starts the program.
    ///
    /// @param stateFolder the parent of the folder in which it keeps its history
    /// @param environment additional variables
    PseudoTerminal(Path stateFolder, Map<String, String> environment) throws Exception {
        errors = stateFolder.resolve("errors");
        var script = new ProcessBuilder(
                "script",
                "-qfec",
                "stty cols ${COLUMNS:-80} rows 24; exec " + quoted(ProcessTest.program()) + " 2>"
                        + quoted(List.of(errors.toString())),
                "/dev/null");
        Map<String, String> variables = script.environment();
        // Java says on the terminal that it has picked up JAVA_TOOL_OPTIONS and the like.
        variables.keySet().removeIf(name -> name.matches(".*JAVA.*_OPTIONS|NO_COLOR|SHELL|COLUMNS"));
        variables.put("LC_ALL", "C.UTF-8");
        variables.put("TERM", "xterm-256color");
        variables.put("XDG_STATE_HOME", stateFolder.toString());
        variables.putAll(environment);
        process = script.redirectErrorStream(true).start();
        keyboard = process.outputWriter(UTF_8);
        Thread.ofVirtual().start(this::watch);
    }

    /// Returns a command quoted for a shell.
    private static String quoted(List<String> command) {
        return command.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private void watch() {
        var chars = new char[1024];
        try (Reader screen = process.inputReader(UTF_8)) {
            for (int read = screen.read(chars); read >= 0; read = screen.read(chars)) {
                synchronized (shown) {
                    shown.append(chars, 0, read);
                    shown.notifyAll();
                }
            }
        } catch (IOException _) {
            // The program has ended, and its terminal with it.
        }
        synchronized (shown) {
            over = true;
            shown.notifyAll();
        }
    }

    /// Presses keys.
    void type(String keys) throws IOException {
        keyboard.write(keys);
        keyboard.flush();
    }

    /// Presses keys and then Enter, and waits for an answer and the next prompt.
    void ask(String keys, String answer) throws Exception {
        type(keys + "\r");
        expect(answer);
        expect("> ");
    }

    /// Waits until the texts are shown, one after the other, and all of them after any text expected
    /// earlier.
    void expect(String... texts) throws Exception {
        for (String text : texts) {
            Instant end = Instant.now().plus(LIMIT);
            synchronized (shown) {
                int found = shown.indexOf(text, seen);
                while (found < 0 && !over && Instant.now().isBefore(end)) {
                    shown.wait(LIMIT.toMillis());
                    found = shown.indexOf(text, seen);
                }
                assertThat(shown.substring(seen)).as("shown within %s", LIMIT).contains(text);
                seen = found + text.length();
            }
        }
    }

    /// Waits for the end of the program, and returns its exit code.
    int exitCode() throws Exception {
        assertThat(process.waitFor(LIMIT)).as("ends within %s", LIMIT).isTrue();
        return process.exitValue();
    }

    /// Sends the program a signal.
    void signal(String name) throws Exception {
        String pid = process.descendants()
                .filter(it -> it.info().command().orElse("").endsWith("java"))
                .map(it -> String.valueOf(it.pid()))
                .findFirst()
                .orElseThrow();
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }

    /// Returns everything shown so far, control sequences included.
    String shown() {
        synchronized (shown) {
            return shown.toString();
        }
    }

    /// Returns what was written to standard error so far, which does not go to the screen.
    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
    }
}
