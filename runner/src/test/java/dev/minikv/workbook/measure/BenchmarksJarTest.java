package dev.minikv.workbook.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BenchmarksJarTest {

    private static final Instant YESTERDAY = Instant.now().minusSeconds(86_400);

    @TempDir
    private Path root;

    private BenchmarksJar jar;

    @BeforeEach
    void build_a_jar_of_two_steps_of_yesterday() throws IOException {
        jar = new BenchmarksJar(root);
        write("pom.xml");
        for (String step : List.of("step-01-inmemory", "step-04-benchmarks")) {
            write(step + "/pom.xml");
            write(step + "/src/main/java/Some.java");
        }
        write("step-04-benchmarks/target/benchmarks.jar");
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(YESTERDAY));
            }
        }
    }

    @Test
    void it_is_current_as_long_as_nothing_has_changed() throws IOException {
        assertThat(jar.isCurrent()).isTrue();
    }

    @Test
    void it_is_stale_once_a_pom_or_a_source_of_any_step_has_changed() throws IOException {
        for (String file :
                List.of("pom.xml", "step-04-benchmarks/pom.xml", "step-01-inmemory/src/main/java/Some.java")) {
            Files.setLastModifiedTime(root.resolve(file), FileTime.from(YESTERDAY.plusSeconds(1)));

            assertThat(jar.isCurrent()).as(file).isFalse();

            Files.setLastModifiedTime(root.resolve(file), FileTime.from(YESTERDAY));
        }
    }

    @Test
    void it_is_stale_once_a_source_was_removed() throws IOException {
        Files.delete(root.resolve("step-01-inmemory/src/main/java/Some.java"));

        assertThat(jar.isCurrent()).isFalse();
    }

    @Test
    void it_is_stale_if_it_is_not_there() throws IOException {
        Files.delete(jar.file());

        assertThat(jar.isCurrent()).isFalse();
    }

    private void write(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }
}
