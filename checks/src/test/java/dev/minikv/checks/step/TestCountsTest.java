package dev.minikv.checks.step;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCountsTest implements CheckContract {

    @TempDir
    private Path temporary;

    private PlantedStep planted;

    @Override
    public Check<?> check() {
        return new TestCounts(Project.root(), temporary);
    }

    @Override
    public long plainCount(String text) {
        return count("^\\| *kind *\\| *class *\\| *tests *\\|", text);
    }

    @BeforeEach
    void write_a_step() throws Exception {
        planted = PlantedStep.in(temporary.resolve("project"));
    }

    @Test
    void counts_of_tests_that_pass_are_true() throws Exception {
        assertThat(problemsOf("""
                | kind | class | tests | what it is for |
                |---|---|---|---|
                | examples | [`AdderTest`](a.md) | 2 | to show |
                | boundaries | `BoundaryTest` | 3 | |
                """)).isEmpty();
    }

    @Test
    void several_classes_may_be_of_one_kind() throws Exception {
        assertThat(problemsOf("""
                | kind | class | tests |
                |---|---|---|
                | all | `AdderTest`, `BoundaryTest` | 5 |
                """)).isEmpty();
    }

    @Test
    void a_false_number_is_found() throws Exception {
        assertThat(problemsOf("""
                | kind | class | tests |
                |---|---|---|
                | examples | `AdderTest` | 3 |
                | boundaries | `BoundaryTest` | 3 |
                """)).containsExactly("""
                docs/step-02-b.md:3: the number of tests in AdderTest is false
                  expected: 3
                  actual:   2""");
    }

    @Test
    void a_class_that_does_not_exist_is_found_and_so_is_one_left_out() throws Exception {
        assertThat(problemsOf("""
                | kind | class | tests |
                |---|---|---|
                | examples | `AdderTest` | 2 |
                | boundaries | `BoundariesTest` | 3 |
                """)).containsExactly("""
                docs/step-02-b.md:4: the number of tests in BoundariesTest is false
                  expected: 3
                  actual:   0""", """
                docs/step-02-b.md:1: a test class is of no kind
                  expected: a row for each
                  actual:   none for [BoundaryTest]""");
    }

    @Test
    void a_test_that_fails_is_found() throws Exception {
        planted.replace("src/test/java/dev/minikv/step02/AdderTest.java", "assertEquals(3", "assertEquals(4");

        assertThat(problemsOf("""
                | kind | class | tests |
                |---|---|---|
                | examples | `AdderTest` | 2 |
                | boundaries | `BoundaryTest` | 3 |
                """)).containsExactly("""
                docs/step-02-b.md:1: a test fails on the step as it is
                  expected: none
                  actual:   AdderTest, one_and_two_are_three""");
    }

    private List<String> problemsOf(String chapter) throws Exception {
        var check = new TestCounts(planted.root(), temporary);
        return check.check(new Page("docs/step-02-b.md", chapter)).problems();
    }
}
