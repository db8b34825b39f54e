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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest implements PlantedBlocks {

    private static final String REPORT = "step-02-b/target/site/jacoco/jacoco.csv";

    @TempDir
    private Path root;

    private PlantedProject project;

    @BeforeEach
    void write_a_report() throws IOException {
        project = PlantedProject.of(root, "step-02-b");
        project.write("step-02-b/src/main/java/dev/minikv/step02/Main.java");
        project.write(
                REPORT,
                "GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,BRANCH_COVERED,LINE_MISSED,"
                        + "LINE_COVERED,COMPLEXITY_MISSED,COMPLEXITY_COVERED,METHOD_MISSED,METHOD_COVERED",
                "Step 02: tests,dev.minikv.step02.store,MiniKvStore,0,40,0,0,0,12,0,5,0,5",
                "Step 02: tests,dev.minikv.step02.repl,Repl,5,100,1,19,2,30,1,10,0,6",
                "Step 02: tests,dev.minikv.step02.repl,LineInput,0,60,0,10,0,20,0,9,0,3",
                "Step 02: tests,dev.minikv.step02,Main,40,0,4,0,13,0,4,0,2,0");
    }

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
        project.write(test);
        FileTime written = Files.getLastModifiedTime(root.resolve(REPORT));
        Files.setLastModifiedTime(
                root.resolve(test), FileTime.from(written.toInstant().plus(Duration.ofMinutes(1))));

        assertThat(outcome(new Page(path(), "<!-- generated: coverage -->\n\n<!-- end of generated -->\n")))
                .endsWith("the report is older than " + test + ": run mvn -pl step-02-b test");
    }
}
