package dev.minikv.step02.exercise2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

@Tag("exercise")
@Tag("exercise-2.2")
class KillTheNineTest {

    private static JudgedSuite suite;

    @BeforeAll
    @Timeout(15) // seconds: each of your tests that does not end takes two, on each store
    static void run_the_suite_on_every_store(TestReporter reporter) {
        suite = new JudgedSuite();
        reporter.publishEntry(suite.matrix());
    }

    @Test
    void junit_runs_each_of_your_tests() {
        assertThat(suite.notRun())
                .as("JUnit runs default methods with @Test that return nothing, and each runs to its end")
                .isEqualTo("none");
    }

    @Test
    void a_test_judges_a_store_only_by_its_answers() {
        assertThat(suite.looksInside())
                .as("only its answers say whether a store is correct")
                .isEqualTo("none");
    }

    @Test
    void no_test_depends_on_another() {
        assertThat(suite.dependent())
                .as("a test uses a store of its own, and gives the same verdict alone and in any order")
                .isEqualTo("none");
    }

    @Test
    void every_test_passes_on_correct_stores() {
        assertThat(suite.falseAlarms())
                .as("a test demands only what the contract promises, and nothing that it leaves open")
                .isEqualTo("none");
    }

    @Test
    void each_of_the_nine_is_killed() {
        assertThat(suite.survivors())
                .as("wherever a bug is, it fails a test that all correct stores pass")
                .isEqualTo("none");
    }
}
