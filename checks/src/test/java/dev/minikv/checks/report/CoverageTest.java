package dev.minikv.checks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.generated.PlantedBlocks;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.step.PlantedProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest implements PlantedBlocks {

    private static final String REPORT = "step-02-b/target/site/jacoco/jacoco.csv";

    @TempDir
    private Path root;

    @Override
    public Generator generator() {
        return new Coverage(root);
    }

    @Override
    public Path root() {
        return root;
    }

    @Test
    void a_report_that_is_older_than_a_test_is_found() throws IOException {
        String test = "step-02-b/src/test/java/dev/minikv/step02/MainTest.java";
        PlantedProject.of(root, "step-02-b").write(REPORT, "GROUP,PACKAGE").write(test);
        FileTime later = FileTime.from(Instant.now().plus(Duration.ofMinutes(1)));
        Files.setLastModifiedTime(root.resolve(test), later);

        assertThat(outcome(new Page(path(), "<!-- generated: coverage -->\n\n<!-- end of generated -->\n")))
                .endsWith("the report is older than " + test + ": run mvn -pl step-02-b test");
    }
}
