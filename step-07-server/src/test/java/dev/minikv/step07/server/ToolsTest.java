package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The programs that come with Redis: redis-cli and redis-benchmark.
class ToolsTest {

    private static final int LIMIT_SECONDS = 60;

    @TempDir
    private Path folder;

    private Served server;

    @BeforeEach
    void start() throws Exception {
        boolean isInstalled;
        try {
            isInstalled = run("", "redis-cli", "--version").startsWith("redis-cli ")
                    && run("", "redis-benchmark", "--version").startsWith("redis-benchmark ");
        } catch (IOException _) {
            isInstalled = false;
        }
        assumeTrue(isInstalled, "redis-cli and redis-benchmark are not installed, so nothing was tried with them");
        server = Served.inMemory();
    }

    @AfterEach
    void end() throws InterruptedException {
        if (server != null) {
            server.close();
            assertThat(server.bugs()).isEmpty();
        }
    }

    @Test
    void redis_cli_sends_the_command_in_its_arguments() throws Exception {
        assertThat(cli("", "set", "note", "two  spaces\r\n🦀")).isEqualTo("OK\n");
        assertThat(cli("", "get", "note")).isEqualTo("two  spaces\r\n🦀\n");
        assertThat(cli("", "mget", "note", "none")).isEqualTo("two  spaces\r\n🦀\n\n");
        assertThat(cli("", "incr", "note"))
                .isEqualTo("ERR unknown command 'incr', with args beginning with: 'note' \n\n");
        assertThat(cli("", "info")).endsWith("\r\n\r\n# Keyspace\r\ndb0:keys=1,expires=0,avg_ttl=0\r\n");
    }

    @Test
    void redis_cli_sends_the_commands_in_its_input() throws Exception {
        String typed = """
                set a 1
                set b "two  spaces"
                get b
                keys *
                del a b none
                dbsize
                """;

        assertThat(cli(typed)).isEqualTo("OK\nOK\ntwo  spaces\na\nb\n2\n0\n");
    }

    @Test
    void redis_cli_speaks_version_3() throws Exception {
        String typed = "set a 1\nget none\nmget a none\nconfig get save\ndbsize\n";

        assertThat(cli(typed, "-3", "--no-raw"))
                .isEqualTo("OK\n(nil)\n1) \"1\"\n2) (nil)\n1# \"save\" => \"\"\n(integer) 1\n");
    }

    @Test
    void redis_cli_sends_many_commands_at_once_and_counts_the_replies() throws Exception {
        var requests = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            requests.append(Dialogue.resp(List.of("SET", "key " + i, "value " + i)));
        }

        assertThat(cli(requests.toString(), "--pipe")).endsWith("errors: 0, replies: 1000\n");
        assertThat(cli("", "get", "key 999")).isEqualTo("value 999\n");
    }

    @Test
    void redis_cli_gives_the_password() throws Exception {
        try (Served strict = Served.withPassword("secret")) {
            assertThat(cli(strict, "", "ping")).isEqualTo("NOAUTH Authentication required.\n\n");
            assertThat(cli(strict, "", "-a", "secret", "--no-auth-warning", "ping"))
                    .isEqualTo("PONG\n");
            assertThat(cli(strict, "", "-3", "-a", "secret", "--no-auth-warning", "ping"))
                    .isEqualTo("PONG\n");
            assertThat(cli(strict, "", "-a", "wrong", "--no-auth-warning", "ping"))
                    .contains("WRONGPASS");
        }
    }

    @Test
    void redis_cli_gets_an_error_for_documentation_that_we_do_not_have_and_uses_its_own() throws Exception {
        assertThat(cli("", "command", "docs")).isEqualTo("ERR unknown subcommand 'docs'. Try COMMAND HELP.\n\n");
    }

    @Test
    void redis_benchmark_measures_without_a_warning() throws Exception {
        for (String pipelined : List.of("1", "16")) {
            String out = run(
                    "",
                    "redis-benchmark",
                    "-p",
                    "" + server.port(),
                    "-t",
                    "ping,set,get,mset",
                    "-n",
                    "500",
                    "-c",
                    "10",
                    "-P",
                    pipelined,
                    "--csv");

            assertThat(out.lines().map(line -> line.split(",")[0]))
                    .containsExactly(
                            "\"test\"",
                            "\"PING_INLINE\"",
                            "\"PING_MBULK\"",
                            "\"SET\"",
                            "\"GET\"",
                            "\"MSET (10 keys)\"");
        }
    }

    private String cli(String typed, String... arguments) throws Exception {
        return cli(server, typed, arguments);
    }

    private String cli(Served server, String typed, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("redis-cli", "-p", "" + server.port()));
        command.addAll(List.of(arguments));
        return run(typed, command.toArray(String[]::new));
    }

    /// Runs a program to its end, and returns what it has printed.
    private String run(String typed, String... command) throws Exception {
        Path in = Files.writeString(folder.resolve("in"), typed);
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean hasEnded = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(hasEnded).as("%s ends", command[0]).isTrue();
        return Files.readString(out, UTF_8);
    }
}
