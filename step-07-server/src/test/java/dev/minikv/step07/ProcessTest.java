package dev.minikv.step07;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step07.repl.Options;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The program as the operating system runs it: a server, sessions that are connected to it, and the options of both.
///
/// What kills and signals do to a server is tested beside the server.
class ProcessTest {

    /// Far longer than a run takes, so that only a program that hangs reaches the limit.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly();
            assertThat(process.waitFor(LIMIT)).isTrue();
        }
    }

    @Nested
    class Connected {

        @Test
        void every_command_does_what_it_says_or_says_why_not() throws Exception {
            String connect = serve("--data=" + folder.resolve("data"));
            String file = folder.resolve("a.kv").toString();

            Run run = run(List.of(connect), """
                    set a 1
                    set note "two  spaces 🦀"
                    set a 2
                    get note
                    get none
                    exists a
                    exists none
                    keys
                    keys no
                    count
                    delete a
                    delete a
                    save %1$s
                    clear
                    count
                    load %1$s
                    get note
                    stats
                    compact
                    kill
                    """.formatted(file));

            assertThat(run).isEqualTo(new Run(1, """
                    ✓ Set "a" = "1"
                    ✓ Set "note" = "two  spaces 🦀"
                    ✓ Set "a" = "2"
                    "two  spaces 🦀"
                    Key "none" not found
                    yes
                    no
                    a
                    note
                    note
                    Store contains 2 items
                    ✓ Deleted "a" (was: "2")
                    Key "a" not found
                    ✓ Saved 1 item to "%1$s"
                    ✓ Deleted 1 item
                    Store contains 0 items
                    ✓ Loaded 1 item from "%1$s"
                    "two  spaces 🦀"
                    """.formatted(file), """
                    line 18: stats needs a data folder here
                      name one at the start, as in --data=notes
                    line 19: compact needs a data folder here
                      name one at the start, as in --data=notes
                    line 20: this is a real disk
                      start with --disk=simulated to see what a crash leaves
                    """));
        }

        @Test
        void two_sessions_see_what_the_other_does() throws Exception {
            String connect = serve();

            Run first = run(List.of(connect), "set a 1\n");
            Run second = run(List.of(connect), "get a\ndelete a\n");
            Run third = run(List.of(connect), "get a\n");

            assertThat(first).isEqualTo(new Run(0, "✓ Set \"a\" = \"1\"\n", ""));
            assertThat(second).isEqualTo(new Run(0, "1\n✓ Deleted \"a\" (was: \"1\")\n", ""));
            assertThat(third).isEqualTo(new Run(0, "Key \"a\" not found\n", ""));
        }

        @Test
        void what_the_server_refuses_is_said_in_its_words() throws Exception {
            String connect = serve("--max-entries=1", "--engine=compact");

            Run run = run(List.of(connect), "set a 1\nset b 2\nset %s 3\nset a 4\n".formatted("k".repeat(1_001)));

            assertThat(run).isEqualTo(new Run(1, "✓ Set \"a\" = \"1\"\n✓ Set \"a\" = \"4\"\n", """
                    line 2: the store is full: it holds 1 key
                      says the server
                    line 3: the key is too long: 1001 chars; the limit is 1000
                      says the server
                    """));
        }

        @Test
        void a_server_that_goes_is_missed_and_one_that_comes_back_is_used() throws Exception {
            int port = freePort();
            String data = "--data=" + folder.resolve("data");
            serve("--port=" + port, data);
            Process session = start(List.of("--connect=127.0.0.1:" + port), "session");
            assertThat(ask(session, "set a 1")).isEqualTo("✓ Set \"a\" = \"1\"");

            end(started.getFirst());
            tell(session, "get a");
            tell(session, "set a 2");
            waitFor("session", "Connection refused");
            serve("--port=" + port, data);

            assertThat(ask(session, "get a")).isEqualTo("1");
            assertThat(Files.readString(folder.resolve("session"))).contains("""
                    line 3: cannot reach "127.0.0.1:%d": Connection refused
                      nothing was changed; try again when it is there
                    """.formatted(port));
        }

        @Test
        void the_password_is_in_a_file() throws Exception {
            Path right = Files.writeString(folder.resolve("right"), "größer 🦀\n");
            Path wrong = Files.writeString(folder.resolve("wrong"), "other\n");
            String connect = serve("--password-file=" + right);

            assertThat(run(List.of(connect, "--password-file=" + right), "count\n"))
                    .isEqualTo(new Run(0, "Store contains 0 items\n", ""));
            assertThat(run(List.of(connect, "--password-file=" + wrong), "count\n"))
                    .isEqualTo(new Run(
                            1, "", "WRONGPASS invalid username-password pair or user is disabled; says the server\n"));
            assertThat(run(List.of(connect), "count\n"))
                    .isEqualTo(new Run(1, "", "NOAUTH Authentication required; says the server\n"));
        }

        @Test
        void a_script_runs_there_and_stops_at_its_first_error_if_it_is_to() throws Exception {
            String connect = serve();
            String script = Files.writeString(folder.resolve("a.kv"), "set a 1\noops\nset b 2\n")
                    .toString();

            Run run = run(List.of(connect, "--bail", script), "");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEqualTo("✓ Set \"a\" = \"1\"\n");
            assertThat(run(List.of(connect), "keys\n").out()).isEqualTo("a\n");
        }

        @Test
        void without_a_server_nothing_is_run() throws Exception {
            int port = freePort();

            assertThat(run(List.of("--connect=127.0.0.1:" + port), "count\n"))
                    .isEqualTo(new Run(
                            1,
                            "",
                            "cannot reach \"127.0.0.1:%d\": Connection refused; nothing was changed; try again when it is there\n"
                                    .formatted(port)));
            assertThat(run(List.of("--connect=no.such.invalid:7171"), "count\n"))
                    .isEqualTo(
                            new Run(
                                    1,
                                    "",
                                    "cannot reach \"no.such.invalid:7171\": no such host; nothing was changed; try again when it is there\n"));
        }

        @Test
        void with_debug_the_stack_trace_follows() throws Exception {
            Run run = run(List.of("--connect=127.0.0.1:" + freePort(), "--debug"), "count\n");

            assertThat(run.err()).contains("Connection refused; ").contains("\njava.net.ConnectException: ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--connect=                 | --connect cannot be \"\"; " + ADDRESS,
                "--connect                  | --connect cannot be \"\"; " + ADDRESS,
                "--connect=localhost        | --connect cannot be \"localhost\"; " + ADDRESS,
                "--connect=:7171            | --connect cannot be \":7171\"; " + ADDRESS,
                "--connect=localhost:65536  | --connect cannot be \"localhost:65536\"; " + ADDRESS,
                "--connect=localhost:x      | --connect cannot be \"localhost:x\"; " + ADDRESS,
                "--conect=localhost:7171    | unknown option \"--conect=localhost:7171\"; did you mean --connect?",
                "--connect=a:1 --data=d     | --connect and --data cannot be given together; " + LEAVE,
                "--connect=a:1 --disk=simulated | --connect and --disk cannot be given together; " + LEAVE,
                "--connect=a:1 --sync second | --connect and --sync cannot be given together; " + LEAVE,
                "--engine=tree --connect=a:1 | --connect and --engine cannot be given together; " + LEAVE,
                "--connect=a:1 --max-entries=9 | --connect and --max-entries cannot be given together; " + LEAVE,
                "--password-file=p          | repl and --password-file cannot be given together; " + LEAVE,
                "--serve --bail             | serve and --bail cannot be given together; " + LEAVE,
                "--port=7172                | repl and --port cannot be given together; " + LEAVE,
                "--host=localhost           | repl and --host cannot be given together; " + LEAVE,
                "--serve --connect=a:1      | serve and --connect cannot be given together; " + LEAVE,
                "--serve a.kv               | serve and a.kv cannot be given together; " + LEAVE,
                "--serve --disk=simulated   | serve and --disk cannot be given together; " + LEAVE,
                "--serve --port=            | --port cannot be \"\"; " + PORT,
                "--serve --port=x           | --port cannot be \"x\"; " + PORT,
                "--serve --port=-1          | --port cannot be \"-1\"; " + PORT,
                "--serve --port=65536       | --port cannot be \"65536\"; " + PORT,
                "--serve --prot=1           | unknown option \"--prot=1\"; did you mean --port?",
                "--serve --sync=never       | --sync needs a data folder here; name one at the start, as in --data=notes",
                "--serve --salvage          | --salvage needs a data folder here; name one at the start, as in --data=notes",
                "--serve --data=            | --data needs the name of a folder; such as --data=notes",
                "--serve --sync=daily --data=d | unknown policy \"daily\"; the policies are always, second and never",
                "--serve --engine=hsh       | unknown engine \"hsh\"; did you mean hash?",
                "--serve --max-entries=0    | --max-entries cannot be \"0\"; expected a number from 1 to 2147483647,"
                        + " such as --max-entries=1000",
                "--serve --host=0.0.0.0     | --host=0.0.0.0 lets others in, and needs a password; " + SECRET,
                "--serve --host=no.such.invalid | --host=no.such.invalid lets others in, and needs a password; "
                        + SECRET,
                "--serve --nonsense         | unknown option \"--nonsense\"; --help lists the options"
            })
    void options_that_make_no_sense_are_explained_and_nothing_is_done(String options, String message) throws Exception {
        Run run = run(List.of(options.split(" ")), "count\n");

        assertThat(run).isEqualTo(new Run(2, "", message + "\n"));
    }

    private static final String ADDRESS = "expected a host and a port, as in --connect=localhost:7171";
    private static final String LEAVE = "leave one of them out";
    private static final String PORT = "expected a number from 0 to 65535, such as --port=1000";
    private static final String SECRET = "name a file that has one, as in --password-file=secret";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--serve --host=no.such.invalid --password-file=SECRET --port=0 | cannot listen at no.such.invalid:0: no such host; choose another port, as in --port=7172; 0 is any that is free",
                "--serve --port=0 --password-file=ABSENT | cannot read the password in \"ABSENT\": no such file; expected a file with the password in its first line",
                "--serve --port=0 --password-file=EMPTY | cannot read the password in \"EMPTY\": its first line is empty; expected a file with the password in its first line",
                "--connect=localhost:1 --password-file=ABSENT | cannot read the password in \"ABSENT\": no such file; expected a file with the password in its first line"
            })
    void what_cannot_be_used_is_named(String options, String message) throws Exception {
        Files.writeString(folder.resolve("SECRET"), "secret\n");
        Files.writeString(folder.resolve("EMPTY"), "\nsecret\n");

        Run run = run(
                List.of(options.replaceAll("=([A-Z]+)", "=" + folder + "/$1").split(" ")), "count\n");

        assertThat(run).isEqualTo(new Run(1, "", message.replaceAll("\"([A-Z]+)\"", "\"" + folder + "/$1\"") + "\n"));
    }

    @Test
    void help_explains_the_options_of_both() throws Exception {
        assertThat(run(List.of("--help"), "")).isEqualTo(new Run(0, Options.usage() + "\n", ""));
        assertThat(run(List.of("--serve", "-h"), "")).isEqualTo(new Run(0, Options.usage() + "\n", ""));
        assertThat(Options.usage())
                .contains("--connect=HOST:PORT", "--port=N", "--host=ADDRESS", "--password-file=FILE");
    }

    /// Starts a server at a free port if no other is given, and returns the option that connects to it.
    private String serve(String... options) throws Exception {
        var all = new ArrayList<>(List.of("--serve", "--port=0"));
        all.addAll(List.of(options));
        String line = start(all, "server").inputReader(UTF_8).readLine();
        assertThat(line)
                .as(Files.readString(folder.resolve("server")))
                .matches("Serving at 127\\.0\\.0\\.1:\\d+; Ctrl-C ends it");
        return "--connect=127.0.0.1:" + line.replaceAll(".*:(\\d+);.*", "$1");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(LIMIT)).isTrue();
    }

    private static void tell(Process session, String line) throws IOException {
        session.outputWriter(UTF_8).append(line).append("\n").flush();
    }

    private static String ask(Process session, String line) throws IOException {
        tell(session, line);
        return session.inputReader(UTF_8).readLine();
    }

    /// Waits until a program has written a text to its standard error.
    private void waitFor(String errors, String text) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!Files.readString(folder.resolve(errors)).contains(text)) {
            assertThat(System.nanoTime()).as("until it says %s", text).isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    /// What a finished program left: its exit code, standard output and standard error.
    private record Run(int exitCode, String out, String err) {}

    /// Runs the program to its end. Its output goes to files, because a pipe that nobody drains fills up.
    ///
    /// @param typed what it reads from its standard input, which then ends
    private Run run(List<String> options, String typed) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = builder(options)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        started.add(process);
        process.outputWriter(UTF_8).append(typed).close();
        assertThat(process.waitFor(LIMIT)).as("ends within %s", LIMIT).isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /// Starts the program, which goes on.
    ///
    /// @param errors the file for its standard error
    private Process start(List<String> options, String errors) throws Exception {
        Process process =
                builder(options).redirectError(folder.resolve(errors).toFile()).start();
        started.add(process);
        return process;
    }

    /// Returns what starts the program, on the JDK that runs the tests.
    private static ProcessBuilder builder(List<String> options) throws URISyntaxException {
        String jline = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> Path.of(path).getFileName().toString().startsWith("jline-"))
                .collect(Collectors.joining(File.pathSeparator));
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes + File.pathSeparator + jline,
                Main.class.getName()));
        command.addAll(options);
        var builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        // With JAVA_TOOL_OPTIONS and the like, Java prints a line of its own to standard error.
        builder.environment().keySet().removeIf(name -> name.matches(".*JAVA.*_OPTIONS"));
        return builder;
    }
}
