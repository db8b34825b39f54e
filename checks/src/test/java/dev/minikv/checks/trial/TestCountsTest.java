package dev.minikv.checks.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.checks.step.PlantedProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCountsTest {

    private static final String KINDS = """
            | kind | class | tests | asks |
            |---|---|---|---|
            | examples | [`AdderTest`](a.md) | 2 | what? |
            | boundaries | `BoundaryTest` | 3 | |
            """;

    @TempDir
    private Path root;

    private PlantedProject project;

    @BeforeEach
    void write_a_step() throws IOException {
        project = PlantedStep.in(root);
    }

    @Test
    void counts_of_tests_that_pass_are_written_and_everything_else_stays() throws IOException {
        assertThat(lines(KINDS)).containsExactly(KINDS.split("\n"));
        assertThat(lines(KINDS.replace("| 3 |", "| 30 |").replace("| 2 |", "| |")))
                .containsExactly(KINDS.split("\n"));
    }

    @Test
    void several_classes_may_belong_to_one_kind() throws IOException {
        assertThat(lines("""
                | kind | class | tests |
                |---|---|---|
                | all | `AdderTest`, `BoundaryTest` | |
                """)).last().isEqualTo("| all | `AdderTest`, `BoundaryTest` | 5 |");
    }

    @Test
    void a_class_that_does_not_exist_and_a_class_without_a_kind_are_found() {
        assertThatThrownBy(() -> lines(KINDS.replace("`BoundaryTest`", "`BoundariesTest`")))
                .hasMessage(
                        "there are no tests in one of [BoundariesTest]; the classes with tests are [AdderTest, BoundaryTest]");
        assertThatThrownBy(() -> lines(KINDS.replaceAll(".*BoundaryTest.*\n", "")))
                .hasMessage("a test class belongs to no kind: [BoundaryTest]");
    }

    @Test
    void a_test_that_fails_is_found() throws IOException {
        project.replace("step-02-b/src/test/java/dev/minikv/step02/AdderTest.java", "assertEquals(3", "assertEquals(4");

        assertThatThrownBy(() -> lines(KINDS)).hasMessage("a test fails: AdderTest, one_and_two_are_three");
    }

    @Test
    void a_step_that_does_not_compile_is_found() throws IOException {
        project.replace("step-02-b/src/main/java/dev/minikv/step02/Adder.java", "a + b", "a + c");

        assertThatThrownBy(() -> lines(KINDS))
                .hasMessageStartingWith("the tests of step-02 do not run: cannot find symbol");
    }

    private List<String> lines(String old) throws IOException {
        return PlantedProject.lines(new TestCounts(root), "", old);
    }
}
