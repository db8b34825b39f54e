package dev.minikv.checks.step;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdditionsTest implements CheckContract {

    private static final String BLOCKS = """
            <!-- generated: changes main -->
            <!-- end of generated -->

            <!-- generated: changes test -->
            <!-- end of generated -->
            """;

    @TempDir
    private Path root;

    private PlantedProject project;

    @Override
    public Check<?> check() {
        return new Additions(Project.root());
    }

    @Override
    public long plainCount(String text) {
        return text.startsWith("# Step 01") ? 0 : count("^## What changed since the last step$", text);
    }

    @BeforeEach
    void write_two_steps() throws IOException {
        project = PlantedProject.of(root, "step-04-a", "step-05-b");
        for (String step : List.of("step-04-a", "step-05-b")) {
            write(step, "main", "repl/Parser.java", "class Parser {}");
            write(step, "main", "store/Store.java", "class Store { String name = \"" + step + "\"; }");
        }
    }

    @Test
    void what_a_step_adds_is_true() throws Exception {
        write("step-04-a", "test", "repl/ParserTest.java", "class ParserTest {}");
        write("step-05-b", "test", "store/StoreTest.java", "class StoreTest { Walls walls; }");
        for (String step : List.of("step-04-a", "step-05-b")) {
            write(step, "test", "ArchitectureTest.java", "import dev.minikv.step.offenders.*;");
            write(step, "test", "offenders/store/Thief.java", "class Thief {}");
            write(step, "test", "store/Walls.java", "class Walls {}");
            project.write(step + "/src/test/resources/junit-platform.properties", "a = 1");
        }

        assertThat(problemsOf(BLOCKS)).isEmpty();
    }

    @Test
    void a_chapter_that_does_not_say_what_changed_is_found() throws Exception {
        assertThat(problemsOf(BLOCKS.replace("changes test", "tests"))).containsExactly("""
                docs/step-05-b.md:1: the chapter does not say what changed
                  expected: generated: changes test
                  actual:   none""");
    }

    @ParameterizedTest
    @CsvSource({"step-05-b, 999, 0", "step-05-b, 1000, 1", "step-10-c, 1000, 1"})
    void a_step_that_adds_more_lines_than_can_be_read_is_found(String step, int lines, int problems) throws Exception {
        PlantedProject.of(root, step.equals("step-05-b") ? "step-04-a" : "step-09-a", step);
        write(step, "main", "store/Store.java", "class Store { int changed; }");
        write(step, "main", "store/Log.java", "line\n".repeat(lines - 1) + "line");
        write(step, "main", "benchmark/Bench.java", "line\n".repeat(2000));
        write("step-09-a", "main", "store/Store.java", "class Store {}");
        String expected = """
                docs/%s.md:1: the step adds more than can be read
                  expected: at most 1000 lines
                  actual:   1001""".formatted(step);

        assertThat(problemsOf("docs/" + step + ".md", BLOCKS))
                .isEqualTo(List.of(expected).subList(0, problems));
    }

    @Test
    void the_limit_does_not_hold_for_steps_before_05() throws Exception {
        PlantedProject.of(root, "step-03-z", "step-04-a");
        write("step-04-a", "main", "store/Log.java", "line\n".repeat(2000));

        assertThat(problemsOf("docs/step-04-a.md", BLOCKS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"class ParserTest {}", "class ParserTest { int more; }"})
    void a_test_of_what_has_not_changed_is_found(String test) throws Exception {
        write("step-04-a", "test", "repl/ParserTest.java", "class ParserTest {}");
        write("step-05-b", "test", "repl/ParserTest.java", test);

        assertThat(problemsOf(BLOCKS)).containsExactly("""
                docs/step-05-b.md:1: a test of what has not changed stands twice
                  expected: only in step-04
                  actual:   repl/ParserTest.java""");
    }

    @Test
    void a_test_that_is_the_same_is_found_though_it_is_about_no_file() throws Exception {
        write("step-04-a", "test", "HouseTest.java", "class HouseTest {}");
        write("step-05-b", "test", "HouseTest.java", "class HouseTest {}");

        assertThat(problemsOf(BLOCKS)).containsExactly("""
                docs/step-05-b.md:1: a test of what has not changed stands twice
                  expected: only in step-04
                  actual:   HouseTest.java""");
    }

    @Test
    void what_no_test_needs_any_more_is_found() throws Exception {
        for (String step : List.of("step-04-a", "step-05-b")) {
            write(step, "test", "repl/Bricks.java", "class Bricks {}");
            project.write(step + "/src/test/resources/gallery/columns.txt", "a");
        }

        assertThat(problemsOf(BLOCKS)).containsExactly("""
                docs/step-05-b.md:1: no test here needs what is the same
                  expected: only in step-04
                  actual:   gallery/columns.txt""", """
                docs/step-05-b.md:1: no test here needs what is the same
                  expected: only in step-04
                  actual:   repl/Bricks.java""");
    }

    private List<String> problemsOf(String chapter) throws Exception {
        return problemsOf("docs/step-05-b.md", chapter);
    }

    private List<String> problemsOf(String path, String chapter) throws Exception {
        return new Additions(root).check(new Page(path, chapter)).problems();
    }

    private void write(String step, String part, String file, String... lines) throws IOException {
        String name = step.substring(0, "step-00".length()).replace("-", "");
        project.write("%s/src/%s/java/dev/minikv/%s/%s".formatted(step, part, name, file), lines);
    }
}
