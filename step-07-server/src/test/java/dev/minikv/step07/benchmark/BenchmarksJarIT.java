package dev.minikv.step07.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests the finished jar: `java -jar` starts it from any folder. This test runs after the jar has been
/// built.
@Timeout(60)
class BenchmarksJarIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @Test
    void lists_all_benchmarks() throws Exception {
        assertThat(run("-l").lines().filter(line -> line.startsWith("dev.minikv.")))
                .containsExactlyElementsOf(BenchmarkListTest.names());
    }

    @Test
    void measures_in_a_jvm_of_its_own_without_a_warning_of_the_jdk() throws Exception {
        String output = run(
                ("ServerBenchmark.single$ -p as=server -p clients=2 -p keys=100 -p command=SET -f 1 -wi 0 -i 1 -r 1ms")
                        .split(" "));

        assertThat(output)
                .contains("# Fork: 1 of 1", "Result \"dev.minikv.step07.benchmark.ServerBenchmark.single\"")
                .doesNotContain("sun.misc.Unsafe");
    }

    @Test
    void its_libraries_stay_out_of_the_program() throws IOException {
        try (Stream<Path> libraries = Files.list(TARGET.resolve("lib"))) {
            assertThat(libraries)
                    .as("libraries of the REPL")
                    .isNotEmpty()
                    .allMatch(library -> library.getFileName().toString().startsWith("jline-"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"crowd --help", "crowd nginx", "crowd server long", "soak -1", "soak 1 2 3"})
    void says_what_its_programs_take(String arguments) throws Exception {
        Process process = start(arguments.split(" "));

        assertThat(process.inputReader(UTF_8).lines())
                .containsExactly(
                        "usage: java -jar benchmarks.jar crowd [server|threads|Redis [SECONDS]]",
                        "   or: java -jar benchmarks.jar soak [SECONDS [SEED]]");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private static Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djmh.ignoreLock=true", // other benchmarks may run at the same time: nobody reads these numbers
                "-jar",
                TARGET.resolve("benchmarks.jar").toString()));
        command.addAll(List.of(arguments));
        var jar =
                new ProcessBuilder(command).directory(TARGET.getRoot().toFile()).redirectErrorStream(true);
        // Java prints that it has picked up JAVA_TOOL_OPTIONS and similar variables.
        jar.environment().keySet().removeIf(name -> name.matches(".*JAVA.*_OPTIONS"));
        return jar.start();
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as("exit code, after it had printed%n%s", output)
                .isZero();
        return output;
    }
}
