package dev.minikv.checks.quote;

import static dev.minikv.checks.page.CheckContract.count;
import static dev.minikv.checks.page.CheckContract.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.PlantedPages;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotesTest implements CheckContract, PlantedPages {

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() {
        return new Quotes(Project.root());
    }

    @Override
    public Check<?> planted() {
        return new Quotes(planted);
    }

    @Override
    public long plainCount(String text) {
        return count("^[ >]*```(java|rust|xml)\\b", text);
    }

    @Override
    public Path root() {
        return planted;
    }

    @Test
    void a_file_outside_the_project_is_found() throws Exception {
        Path root = Files.createDirectory(planted.resolve("src"));
        Files.writeString(planted.resolve("pom.xml"), "<project>");
        var check = new Quotes(root);

        assertThat(problems(check, """
                ```xml ../pom.xml
                <project>
                ```
                """)).containsExactly("""
                page.md:1: the quoted file does not exist
                  expected: ../pom.xml
                  actual:   no such file""");
    }
}
