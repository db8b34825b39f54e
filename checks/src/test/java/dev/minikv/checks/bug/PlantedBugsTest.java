package dev.minikv.checks.bug;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.PlantedPages;
import dev.minikv.checks.trial.PlantedStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedBugsTest implements CheckContract, PlantedPages {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() {
        return new PlantedBugs(Project.root(), LIMIT);
    }

    @Override
    public Check<?> planted() {
        return new PlantedBugs(planted, LIMIT);
    }

    @Override
    public Path root() {
        return planted;
    }

    @Override
    public String path() {
        return "docs/step-02-b.md";
    }

    @Override
    public long plainCount(String text) {
        return count("^[ >]*```diff\\b", text);
    }

    @BeforeEach
    void write_a_step() throws Exception {
        PlantedStep.in(planted);
    }

    @Test
    void a_bug_that_breaks_the_compilation_of_its_callers_is_found() throws Exception {
        assertThat(problems(planted(), """
                ```diff step-02-b/src/main/java/dev/minikv/step02/Adder.java
                -static int add(int a, int b) {
                +static int sum(int a, int b) {
                ```
                """))
                .singleElement()
                .asString()
                .contains("'R' does not compile", "cannot find symbol");
    }

    @Test
    void a_bug_on_which_the_tests_do_not_end_is_found() throws Exception {
        assertThat(problems(new PlantedBugs(planted, Duration.ofMillis(50)), """
                ```diff step-02-b/src/test/java/dev/minikv/step02/AdderTest.java
                 void one_is_not_zero() {
                +    assertDoesNotThrow(() -> new java.util.concurrent.CountDownLatch(1).await());
                ```
                """))
                .containsExactly("""
                docs/step-02-b.md:15: bug 'R' keeps the tests running
                  expected: the tests end
                  actual:   they do not""");
    }

    /// Returns the problems that a check has with a bug R, which a test should catch.
    private List<String> problems(Check<?> check, String diff) throws Exception {
        String page = """
                | kind | class | tests |
                |---|---|---|
                | examples | `AdderTest` | 2 |
                | boundaries | `BoundaryTest` | 3 |

                ### R. Renamed, or runs for ever

                %s
                | bug | what it is | examples | boundaries | caught by |
                |---|---|:-:|:-:|---|
                | R | renamed | × | | `one_is_not_zero` |
                """.formatted(diff);
        return check.check(new Page(path(), page)).problems();
    }
}
