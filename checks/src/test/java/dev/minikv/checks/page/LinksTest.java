package dev.minikv.checks.page;

import static dev.minikv.checks.page.CheckContract.count;

import dev.minikv.checks.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LinksTest implements CheckContract, PlantedPages {

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() {
        return new Links(Project.root());
    }

    @Override
    public Check<?> planted() {
        return new Links(planted);
    }

    @Override
    public long plainCount(String text) {
        String prose = text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`]*`", "");
        return count("\\]\\(|<https?:|(href|src)=\"", prose);
    }

    @BeforeEach
    void write_the_pages() throws IOException {
        Files.createDirectories(planted.resolve("docs"));
        Files.createFile(planted.resolve("page.md")); // to link to; each test has its own text
        Files.writeString(planted.resolve("LICENSE"), "# Not a heading, as this is no page\n");
        Files.writeString(planted.resolve("docs/other page.md"), "# One\n\n## Two words\n");
    }
}
