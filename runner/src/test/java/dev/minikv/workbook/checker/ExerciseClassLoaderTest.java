package dev.minikv.workbook.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseClassLoaderTest {

    private static final String NAME = "dev/minikv/Compiled.class";
    private static final byte[] BYTES = {1, 2, 3};

    private final ExerciseClassLoader loader = new ExerciseClassLoader(
            Map.of("dev.minikv.Compiled", BYTES), new URL[0], getClass().getClassLoader(), _ -> {});

    @Test
    void a_class_file_can_be_read_from_memory_and_from_a_temporary_file() throws Exception {
        Path file = Path.of(loader.getResource(NAME).toURI());
        try (loader;
                InputStream memory = loader.getResourceAsStream(NAME)) {
            assertThat(memory).hasBinaryContent(BYTES);
            assertThat(file).hasBinaryContent(BYTES);
            assertThat(loader.getResource(NAME)).as("the same file each time").isEqualTo(loader.getResource(NAME));
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void a_resource_of_the_exercises_own_hides_those_of_the_same_name(@TempDir Path own) throws IOException {
        Path file = Files.createDirectories(own.resolve("META-INF")).resolve("MANIFEST.MF");
        Files.writeString(file, "");
        URL[] classPath = {own.toUri().toURL()};

        try (var exercise =
                new ExerciseClassLoader(Map.of(), classPath, getClass().getClassLoader(), _ -> {})) {
            assertThat(Collections.list(exercise.getResources("META-INF/MANIFEST.MF")))
                    .containsExactly(file.toUri().toURL());
            assertThat(Collections.list(loader.getResources("META-INF/MANIFEST.MF")))
                    .as("those of the libraries")
                    .isNotEmpty();
            assertThat(Collections.list(loader.getResources(NAME))).containsExactly(loader.getResource(NAME));
        }
        loader.close();
    }

    @Test
    void other_resources_come_from_elsewhere() throws IOException {
        String ours = "dev/minikv/workbook/checker/Checker.class";

        try (loader) {
            assertThat(loader.getResource(ours)).isEqualTo(getClass().getResource("Checker.class"));
            assertThat(loader.getResource("dev/minikv/Missing.class")).isNull();
            assertThat(loader.getResourceAsStream("dev/minikv/Missing.class")).isNull();
        }
    }
}
