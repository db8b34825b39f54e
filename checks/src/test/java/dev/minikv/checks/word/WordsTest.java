package dev.minikv.checks.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Pages;
import dev.minikv.checks.page.PlantedPages;
import dev.minikv.workbook.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsTest implements PlantedPages {

    /// What is found in this project: to read all of it takes a while, so the tests share it.
    private static Words.Report report;

    @TempDir
    private Path planted;

    @BeforeAll
    static void read_the_project() throws IOException {
        report = new Words(Project.root()).report();
    }

    @Override
    public Path root() {
        return planted;
    }

    @Override
    public String outcome(Page page) throws IOException {
        Files.writeString(planted.resolve(page.path()), page.text());
        return String.join(
                "\n",
                new Words(planted, "src/A.java: behind the wheel\n").report().problems());
    }

    @Test
    void nothing_in_the_project_uses_a_word_of_the_list() throws IOException {
        assertThat(report.problems()).isEmpty();
        assertThat(new Words(Project.root()).size()).as("words on the list").isGreaterThan(20);
    }

    @Test
    void every_file_is_read() throws IOException {
        Path root = Project.root();
        int exercises = Catalog.read(root).exercises().size();

        assertThat(report.files().get("md"))
                .as("pages, tasks and hints")
                .isEqualTo(filesBelow(root, ".md"))
                .isGreaterThanOrEqualTo(Pages.under(root).size() + 2 * exercises);
        assertThat(report.files().get("java"))
                .as("Java files, but for some that the learner edits")
                .isBetween((int) (0.9 * filesBelow(root, ".java")), filesBelow(root, ".java"));
        assertThat(report.files().get("properties"))
                .as("at least those of the exercises")
                .isGreaterThanOrEqualTo(exercises);
        assertThat(report.files()).as("launchers, pictures and templates").containsKeys("", "cmd", "svg", "template");
    }

    private static int filesBelow(Path root, String end) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return (int) files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(end) && !path.matches("(.*/)?(target|\\.git|\\.workbook)/.*"))
                    .count();
        }
    }
}
