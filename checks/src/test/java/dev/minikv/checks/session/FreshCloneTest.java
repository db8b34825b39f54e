package dev.minikv.checks.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshCloneTest {

    @TempDir
    private Path root;

    @TempDir
    private Path clone;

    @BeforeEach
    void write_a_project() throws IOException {
        write("pom.xml");
        write("step-01-a/pom.xml");
        write(".workbook/bench/mine.json");
        write("docs/README.md");
        write("docs/benchmarks/steps.json");
    }

    @Test
    void has_the_files_of_the_project_without_the_users_results() throws Exception {
        FreshClone.of(root, clone);

        assertThat(clone.resolve("pom.xml")).exists();
        assertThat(clone.resolve("step-01-a/pom.xml")).exists();
        assertThat(clone.resolve("docs/README.md")).exists();
        assertThat(clone.resolve("docs/benchmarks/steps.json")).exists();
        assertThat(clone.resolve(".workbook")).doesNotExist();
    }

    @Test
    void files_keep_their_times() throws Exception {
        var longAgo = FileTime.from(Instant.parse("2026-01-31T12:00:00Z"));
        Files.setLastModifiedTime(root.resolve("pom.xml"), longAgo);

        FreshClone.of(root, clone);

        assertThat(Files.getLastModifiedTime(clone.resolve("pom.xml"))).isEqualTo(longAgo);
    }

    @Test
    void a_file_written_beside_its_results_is_not_in_the_project() throws Exception {
        FreshClone.of(root, clone);

        Files.writeString(clone.resolve("docs/benchmarks/report.md"), "# Report\n");

        assertThat(root.resolve("docs/benchmarks")).isDirectoryNotContaining("glob:**/report.md");
    }

    private void write(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }
}
