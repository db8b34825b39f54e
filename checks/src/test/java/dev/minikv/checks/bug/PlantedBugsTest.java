package dev.minikv.checks.bug;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import dev.minikv.checks.step.PlantedProject;
import dev.minikv.checks.trial.PlantedStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedBugsTest implements CheckContract {

    private static final String KINDS = """
            | kind | class | tests |
            |---|---|---|
            | examples | `AdderTest` | 2 |
            | boundaries | `BoundaryTest` | 3 |

            """;

    private static final String BUG_A = """
            ### A. Sums are differences

            ```diff step-02-b/src/main/java/dev/minikv/step02/Adder.java
             static int add(int a, int b) {
            -    return a + b;
            +    return a - b;
             }
            ```

            """;

    private static final String BUG_B = """
            ### Bug B: nothing is zero

            ```diff step-02-b/src/main/java/dev/minikv/step02/Adder.java
            -return a == 0;
            +return a > 0 && a < 1;
            ```

            """;

    private static final String COLUMNS = """
            | bug | what it is | examples | boundaries | caught by |
            |---|---|:-:|:-:|---|
            """;

    private static final String ROW_A = "| [A](#a) | minus | × | | `one_and_two_are_three` |\n";

    private static final String ROW_B = "| Bug B | never | · | × | `zero_is_zero` |\n";

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path temporary;

    private PlantedProject planted;

    @Override
    public Check<?> check() {
        return new PlantedBugs(Project.root(), LIMIT);
    }

    @Override
    public long plainCount(String text) {
        return count("^[ >]*```diff\\b", text);
    }

    @BeforeEach
    void write_a_step() throws Exception {
        planted = PlantedStep.in(temporary);
    }

    @Test
    void bugs_that_are_caught_as_the_table_says_are_true() throws Exception {
        assertThat(problemsOf(KINDS + BUG_A + BUG_B + COLUMNS + ROW_A + ROW_B)).isEmpty();
    }

    @Test
    void a_bug_in_a_test_source_is_planted_too() throws Exception {
        assertThat(problemsOf(KINDS + """
                ### T. A test that expects too much

                ```diff step-02-b/src/test/java/dev/minikv/step02/AdderTest.java
                -assertEquals(3, Adder.add(1, 2));
                +assertEquals(4, Adder.add(1, 2));
                ```

                """ + COLUMNS + "| T | too much | × | | `one_and_two_are_three` |\n"))
                .isEmpty();
    }

    @Test
    void a_test_may_be_named_by_its_argument() throws Exception {
        assertThat(problemsOf(
                        KINDS + """
                ### M. Large sums are wrong

                ```diff step-02-b/src/main/java/dev/minikv/step02/Adder.java
                -return a + b;
                +return a < 9 ? a + b : 9;
                ```

                """ + COLUMNS + "| M | large | · | × | `1000`, `adding_zero_changes_nothing` |\n"))
                .isEmpty();
    }

    @Test
    void not_every_kind_needs_a_column() throws Exception {
        assertThat(problemsOf(KINDS + BUG_B + """
                | bug | boundaries | caught by |
                |---|---|---|
                | Bug B | × | `zero_is_zero` |
                """)).isEmpty();
    }

    @Test
    void a_bug_that_is_caught_earlier_is_found() throws Exception {
        assertThat(problemsOf(KINDS + BUG_A + COLUMNS + "| A | minus | · | × | `1000` |\n"))
                .containsExactly(
                        problem(17, "bug 'A' is caught earlier", "boundaries", "examples, by [one_and_two_are_three]"));
    }

    @Test
    void a_bug_that_is_not_caught_is_found() throws Exception {
        assertThat(problemsOf(KINDS + BUG_B + COLUMNS + "| Bug B | never | × | | `one_is_not_zero` |\n"))
                .containsExactly(problem(15, "bug 'Bug B' is not caught", "examples", "no test of this kind fails"));
    }

    @Test
    void a_test_that_does_not_fail_is_found() throws Exception {
        assertThat(problemsOf(KINDS + BUG_B + COLUMNS + "| Bug B | never | · | × | `zero_is_zero`, `1000` |\n"))
                .containsExactly(problem(15, "bug 'Bug B' fails other tests", "1000", "[zero_is_zero]"));
    }

    @Test
    void a_bug_without_a_row_and_a_row_without_a_bug_are_found() throws Exception {
        assertThat(problemsOf(KINDS + BUG_A + COLUMNS + ROW_B))
                .containsExactly(
                        problem(8, "bug 'A' is not complete", "one diff, one row", "diffs: 1, rows: 0"),
                        problem(17, "bug 'Bug B' is not complete", "one diff, one row", "diffs: 0, rows: 1"));
    }

    @Test
    void two_bugs_of_the_same_name_are_found() throws Exception {
        assertThat(problemsOf(KINDS + BUG_A + BUG_A + COLUMNS + ROW_A))
                .containsExactly(problem(8, "bug 'A' is not complete", "one diff, one row", "diffs: 2, rows: 1"));
    }

    @Test
    void a_diff_of_another_text_is_found() throws Exception {
        planted.replace("step-02-b/src/main/java/dev/minikv/step02/Adder.java", "a + b", "b + a");

        assertThat(problemsOf(KINDS + BUG_A + COLUMNS + ROW_A))
                .containsExactly(
                        problem(10, "the diff does not fit its source", "    return a + b;", "        return b + a;"));
    }

    @Test
    void a_diff_without_a_source_in_the_step_is_found() throws Exception {
        String page = KINDS + BUG_A + COLUMNS + ROW_A;

        assertThat(problemsOf(page.replace("Adder.java", "Subtracter.java")))
                .containsExactly(problem(
                        8,
                        "the diff has no source in its step",
                        "step-02-b/src/main/java/dev/minikv/step02/Subtracter.java",
                        "no such file"));
        assertThat(problemsOf(page.replace("step-02-b/src/main/java/dev/minikv/step02/Adder.java", "")))
                .containsExactly(problem(8, "the diff has no source in its step", "", "no such file"));
    }

    @Test
    void a_bug_that_does_not_compile_is_found() throws Exception {
        assertThat(problemsOf(KINDS + BUG_A.replace("a - b", "a - 'b") + COLUMNS + ROW_A))
                .containsExactly(problem(
                        8,
                        "bug 'A' does not compile",
                        "step-02-b/src/main/java/dev/minikv/step02/Adder.java",
                        "unclosed character literal"));
    }

    @Test
    void a_bug_that_compiles_only_as_long_as_nobody_calls_it_is_found() throws Exception {
        String page = KINDS + """
                ### R. Renamed

                ```diff step-02-b/src/main/java/dev/minikv/step02/Adder.java
                -static int add(int a, int b) {
                +static int sum(int a, int b) {
                ```

                """ + COLUMNS + "| R | renamed | × | | `one_and_two_are_three` |\n";

        assertThat(problemsOf(page)).singleElement().asString().contains("'R' does not compile", "cannot find symbol");
    }

    @Test
    void a_bug_on_which_the_tests_do_not_end_is_found() throws Exception {
        String page = KINDS + """
                ### W. Waits for ever

                ```diff step-02-b/src/test/java/dev/minikv/step02/AdderTest.java
                 void one_is_not_zero() {
                +    assertDoesNotThrow(() -> new java.util.concurrent.CountDownLatch(1).await());
                ```

                """ + COLUMNS + "| W | waits | × | | `one_is_not_zero` |\n";

        var check = new PlantedBugs(planted.root(), Duration.ofMillis(50));

        assertThat(check.check(page(page)).problems())
                .containsExactly(problem(15, "bug 'W' keeps the tests running", "an end", "none"));
    }

    @Test
    void marks_that_make_no_sense_are_found() throws Exception {
        for (String marks : List.of("| · | · |", "| × | × |", "| × | · |", "| | × |", "| x | |", "| | |")) {
            assertThat(problemsOf(KINDS + BUG_A + COLUMNS + "| A | minus " + marks + " `1000` |\n"))
                    .as(marks)
                    .singleElement()
                    .asString()
                    .startsWith("docs/step-02-b.md:17: the marks make no sense\n  expected: · for each miss, then ×");
        }
    }

    @Test
    void columns_that_are_no_kinds_or_out_of_order_are_found() throws Exception {
        assertThat(problemsOf(
                        KINDS + BUG_A + COLUMNS.replace("boundaries", "edges") + ROW_A.replace("× | |", "· | × |")))
                .containsExactly(problem(15, "a column is no kind of test", "one of [examples, boundaries]", "edges"));
        assertThat(problemsOf(KINDS + BUG_A + """
                | bug | boundaries | examples | caught by |
                |---|---|---|---|
                | A | · | × | `one_and_two_are_three` |
                """))
                .containsExactly(
                        problem(15, "the kinds are out of order", "[examples, boundaries]", "[boundaries, examples]"));
    }

    @Test
    void a_row_that_names_no_test_is_found() throws Exception {
        assertThat(problemsOf(KINDS + BUG_A + COLUMNS + ROW_A.replace("`", "")))
                .containsExactly(problem(17, "no test is named", "code, in the last column: caught by", "none"));
    }

    private static String problem(int line, String what, String expected, String actual) {
        return new Problem(line, what, expected, actual).on(page(""));
    }

    private List<String> problemsOf(String chapter) throws Exception {
        return new PlantedBugs(planted.root(), LIMIT).check(page(chapter)).problems();
    }

    private static Page page(String text) {
        return new Page("docs/step-02-b.md", text);
    }
}
