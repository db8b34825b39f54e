package dev.minikv.checks.step;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.PlantedPages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdditionsTest implements CheckContract, PlantedPages {

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

    @Override
    public Check<?> planted() {
        return new Additions(root);
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public String path() {
        return "docs/step-05-b.md";
    }

    @BeforeEach
    void write_two_steps() throws IOException {
        project = PlantedProject.of(root, "step-04-a", "step-05-b");
        for (String step : List.of("step-04-a", "step-05-b")) {
            write(step, "main", "repl/Parser.java", "class Parser {}");
            write(step, "main", "store/Store.java", "class Store { String name = \"" + step + "\"; }");
        }
    }

    @ParameterizedTest
    @CsvSource({"step-05-b, 999, 0", "step-05-b, 1000, 1", "step-10-c, 1000, 1"})
    void a_step_that_adds_more_lines_than_one_can_read_is_found(String step, int lines, int problems) throws Exception {
        PlantedProject.of(root, step.equals("step-05-b") ? "step-04-a" : "step-09-a", step);
        write(step, "main", "store/Store.java", "class Store { int changed; }");
        write(
                step,
                "main",
                "store/Log.java",
                "line\n".repeat(lines - 1) + "line",
                "",
                "// a comment",
                "/* and",
                "another */",
                "}");
        write(step, "main", "benchmark/Bench.java", "line\n".repeat(2000));
        write("step-09-a", "main", "store/Store.java", "class Store {}");
        String expected = """
                docs/%s.md:1: the step adds more than one can read
                  expected: at most 1000 lines
                  actual:   1001""".formatted(step);

        assertThat(problemsOf("docs/" + step + ".md", BLOCKS))
                .isEqualTo(List.of(expected).subList(0, problems));
    }

    @Test
    void the_limit_does_not_apply_to_steps_before_05() throws Exception {
        PlantedProject.of(root, "step-03-z", "step-04-a");
        write("step-04-a", "main", "store/Log.java", "line\n".repeat(2000));

        assertThat(problemsOf("docs/step-04-a.md", BLOCKS)).isEmpty();
    }

    @Test
    void only_the_first_page_of_a_chapter_says_what_changed() throws Exception {
        assertThat(problemsOf("docs/step-05-b.md", "")).hasSize(2);
        assertThat(problemsOf("docs/step-05-more.md", "")).isEmpty();
    }

    private List<String> problemsOf(String path, String chapter) throws Exception {
        return planted().check(new Page(path, chapter)).problems();
    }

    private void write(String step, String part, String file, String... lines) throws IOException {
        String name = step.substring(0, "step-00".length()).replace("-", "");
        project.write("%s/src/%s/java/dev/minikv/%s/%s".formatted(step, part, name, file), lines);
    }
}
