package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.minikv.step07.Main;
import dev.minikv.step07.wire.Reply;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The server as the operating system runs it: how it starts, and how it ends, gently or not.
class KillTest {

    private static final int CLIENTS = 4;
    private static final int KILLS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    /// A server that is a process of its own.
    private record Running(Process process, BufferedReader out, int port) {

        RawClient connect() throws IOException {
            return new RawClient(port);
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(LIMIT)).isTrue();
        }

        /// Asks it to end, and returns what it says and how it ends.
        String terminate() throws Exception {
            new ProcessBuilder("kill", "" + process.pid()).start().waitFor(); // destroy() would close the pipes
            assertThat(process.waitFor(LIMIT)).as("ends at a signal").isTrue();
            return out.lines().collect(Collectors.joining("\n")) + " " + process.exitValue();
        }
    }

    @AfterEach
    void end_all() {
        started.forEach(Process::destroyForcibly);
    }

    /// Sets keys by several clients at once, and sees which of these are acknowledged.
    private static final class Load {

        private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        private final List<Thread> clients = new ArrayList<>();

        Load(Running server, String name) {
            for (int i = 0; i < CLIENTS; i++) {
                String prefix = name + "-" + i + "-";
                clients.add(Thread.ofPlatform().start(() -> setKeys(server, prefix)));
            }
        }

        private void setKeys(Running server, String prefix) {
            try (RawClient client = server.connect()) {
                for (int i = 0; ; i += 2) {
                    String first = prefix + i;
                    String second = prefix + (i + 1);
                    client.send("SET " + first + " 1\r\nSET " + second + " 1\r\n");
                    for (String key : List.of(first, second)) {
                        assertThat(client.next()).isEqualTo(Reply.OK);
                        acknowledged.add(key);
                    }
                }
            } catch (IOException _) {
                // the server has ended
            }
        }

        void await(int count) throws InterruptedException {
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (acknowledged.size() < count) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.sleep(1);
            }
        }

        Set<String> end() throws InterruptedException {
            for (Thread client : clients) {
                client.join();
            }
            return acknowledged;
        }
    }

    private static Set<String> keys(Running server) throws IOException {
        try (RawClient client = server.connect()) {
            return client.ask("KEYS *\r\n") instanceof Reply.Items(List<Reply> items)
                    ? items.stream().map(item -> ((Reply.Text) item).value()).collect(Collectors.toSet())
                    : Set.of();
        }
    }

    @Test
    void what_was_acknowledged_is_there_after_a_kill_under_load() throws Exception {
        var random = new Random(7);
        var expected = ConcurrentHashMap.<String>newKeySet();
        for (int kill = 0; kill < KILLS; kill++) {
            Running server = start(data());
            assertThat(keys(server)).as("after kill %d", kill).containsAll(expected);

            var load = new Load(server, "kill-" + kill);
            load.await(random.nextInt(500));
            server.kill();
            expected.addAll(load.end());
        }

        assertThat(keys(start(data()))).containsAll(expected).hasSizeGreaterThan(KILLS);
    }

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "needs signals")
    void a_signal_under_load_ends_it_with_all_that_was_acknowledged() throws Exception {
        Running server = start(data());
        var load = new Load(server, "key");
        load.await(200);

        assertThat(server.terminate()).isEqualTo("Goodbye! 143");

        Set<String> acknowledged = load.end();
        assertThat(keys(start(data()))).containsAll(acknowledged).hasSizeGreaterThan(200);
    }

    /// A kill takes nothing that was not forced, so it is counted.
    @ParameterizedTest
    @CsvSource({"always, 3", "never, 0"})
    void changes_are_forced_if_the_policy_says_so(String policy, int forces) throws Exception {
        Running server = start(data(), "--sync=" + policy);

        try (RawClient client = server.connect()) {
            long before = forces(client);
            for (int i = 0; i < 3; i++) {
                assertThat(client.ask("SET a " + i + "\r\n")).isEqualTo(Reply.OK);
            }
            assertThat(forces(client) - before).isEqualTo(forces);
        }
    }

    private static long forces(RawClient client) throws IOException {
        String info = ((Reply.Text) client.ask("INFO persistence\r\n")).value();
        return Long.parseLong(info.replaceAll("(?s).*log_forces:(\\d+).*", "$1"));
    }

    @Test
    void a_server_that_runs_out_of_memory_ends_with_all_that_was_acknowledged() throws Exception {
        Running server = start("-Xmx24m", data());
        int acknowledged = 0;
        try (RawClient client = server.connect()) {
            String value = "x".repeat(500_000);
            while (client.ask("*3\r\n$3\r\nSET\r\n$5\r\nkey" + (10 + acknowledged) + "\r\n$500000\r\n" + value + "\r\n")
                    .equals(Reply.OK)) {
                acknowledged++;
            }
        } catch (IOException _) {
            // the server has ended
        }

        assertThat(server.process().waitFor(LIMIT)).as("it ends").isTrue();
        assertThat(server.process().exitValue()).isEqualTo(1);
        assertThat(keys(start(data()))).hasSizeBetween(acknowledged, acknowledged + 1);
        assertThat(acknowledged).isPositive();
    }

    @Test
    void a_password_is_asked_for_and_may_be_wrong() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "größer 🦀\nnot this\n");
        Running server = start("--password-file=" + file, "--host=0.0.0.0");

        try (RawClient client = server.connect()) {
            assertThat(client.ask("GET a\r\n")).isEqualTo(new Reply.Error("NOAUTH Authentication required."));
            for (String wrong : List.of("\"\"", "größer", "\"größer 🦀\\n\"", "\"not this\"")) {
                assertThat(client.ask("AUTH " + bytes(wrong) + "\r\n"))
                        .isEqualTo(new Reply.Error("WRONGPASS invalid username-password pair or user is disabled."));
            }
            assertThat(client.ask("GET a\r\n")).isEqualTo(new Reply.Error("NOAUTH Authentication required."));
            assertThat(client.ask("AUTH " + bytes("\"größer 🦀\"") + "\r\n")).isEqualTo(Reply.OK);
            assertThat(client.ask("GET a\r\n")).isEqualTo(Reply.NIL);
        }
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port=PORT            | 1 | cannot listen at 127.0.0.1:PORT: ",
                "--host=203.0.113.1     | 2 | --host=203.0.113.1 lets others in, and needs a password; ",
                "--host=0.0.0.0         | 2 | --host=0.0.0.0 lets others in, and needs a password; ",
                "--host=::              | 2 | --host=:: lets others in, and needs a password; ",
                "--password-file=ABSENT | 1 | cannot read the password in \"ABSENT\": no such file; ",
                "--password-file=EMPTY  | 1 | cannot read the password in \"EMPTY\": its first line is empty; ",
                "--port=65536           | 2 | --port cannot be \"65536\"; ",
                "--prot=1               | 2 | unknown option \"--prot=1\"; did you mean --port?"
            })
    void a_server_that_cannot_start_says_why(String option, int exitCode, String message) throws Exception {
        Running other = start("--port=0");
        Path empty = Files.createFile(folder.resolve("empty"));
        List<String> names = List.of("PORT", "" + other.port(), "ABSENT", folder + "/absent", "EMPTY", "" + empty);
        for (int i = 0; i < names.size(); i += 2) {
            option = option.replace(names.get(i), names.get(i + 1));
            message = message.replace(names.get(i), names.get(i + 1));
        }

        Process process = launch("", option);

        assertThat(process.waitFor(LIMIT)).as("ends").isTrue();
        assertThat(Files.readString(errors())).startsWith(message).hasLineCount(1);
        assertThat(process.exitValue()).isEqualTo(exitCode);
    }

    private String data() {
        return "--data=" + folder.resolve("data");
    }

    private Path errors() {
        return folder.resolve("errors");
    }

    /// Starts a server at a port that is free, and waits until it serves. An option of the JVM comes first.
    private Running start(String... options) throws Exception {
        boolean hasJvmOption = options[0].startsWith("-X");
        var others = new ArrayList<>(Arrays.asList(options));
        String jvmOption = hasJvmOption ? others.removeFirst() : "";
        others.add("--port=0");
        Process process = launch(jvmOption, others.toArray(String[]::new));
        BufferedReader out = process.inputReader(UTF_8);
        String line = out.readLine();
        if (line == null) {
            return fail(Files.readString(errors()));
        }
        assertThat(line).matches("Serving at .*:\\d+; Ctrl-C ends it");
        return new Running(process, out, Integer.parseInt(line.replaceAll(".*:(\\d+);.*", "$1")));
    }

    private Process launch(String jvmOption, String... options) throws IOException, URISyntaxException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        String jline = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> Path.of(path).getFileName().toString().startsWith("jline-"))
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        if (!jvmOption.isEmpty()) {
            command.add(jvmOption);
        }
        command.addAll(List.of("-cp", classes + File.pathSeparator + jline, Main.class.getName(), "--serve"));
        command.addAll(List.of(options));
        started.add(new ProcessBuilder(command).redirectError(errors().toFile()).start());
        return started.getLast();
    }
}
