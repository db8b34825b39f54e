package dev.minikv.checks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

    @TempDir
    private Path root;

    @Test
    void finds_the_pages_of_every_folder() throws Exception {
        write("README.md");
        write("docs/chapter.md");
        write("step-01-inmemory/README.md");
        write("step-01-inmemory/src/Main.java");

        assertThat(Pages.under(root))
                .extracting(Page::path)
                .containsExactly("README.md", "docs/chapter.md", "step-01-inmemory/README.md");
    }

    @Test
    void skips_pages_that_are_generated_hidden_or_part_of_an_exercise() throws Exception {
        write("README.md");
        write("target/report.md");
        write("docs/target/classes/chapter.md");
        write(".git/notes.md");
        write(".workbook/progress.md");
        write("node_modules/tool/README.md");
        write("step-01-inmemory/exercises/catalog/1.1/exercise.md");

        assertThat(Pages.under(root)).extracting(Page::path).containsExactly("README.md");
    }

    private void write(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "# Title\n");
    }
}
