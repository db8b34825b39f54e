package dev.minikv.step02.exercise3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

@Tag("exercise")
@Tag("exercise-2.3")
class BoundaryTestsTest {

    private static JudgedSuite suite;

    @BeforeAll
    @Timeout(25) // seconds: each of your tests that does not end takes two, on each store
    static void run_the_suite_on_every_store(TestReporter reporter) {
        suite = new JudgedSuite();
        reporter.publishEntry(suite.matrix());
    }

    @Test
    void junit_runs_each_of_your_tests() {
        assertThat(suite.notRun())
                .as("JUnit runs default methods with @ParameterizedTest or @Test that return nothing, to their end")
                .isEqualTo(List.of());
    }

    @Test
    void every_test_is_invoked() {
        assertThat(suite.neverInvoked())
                .as("each of the three tests is there, and every source yields something")
                .isEqualTo(List.of());
    }

    @Test
    void a_test_judges_a_store_only_by_its_answers() {
        assertThat(suite.violations())
                .as("only its answers say whether a store is correct, and not what ran before")
                .isEqualTo(List.of());
    }

    @Test
    void every_invocation_passes_on_correct_stores() {
        assertThat(suite.falseAlarms())
                .as("a test passes on every store that keeps the contract, however it works inside")
                .isEqualTo(List.of());
    }

    @Test
    void every_boundary_has_an_invocation_of_its_own() {
        assertThat(suite.testsThatLoop())
                .as("one boundary, one invocation: then a failure names it, and the rest still run")
                .isEqualTo(List.of());
    }

    @Test
    void values_are_tested_at_their_boundaries() {
        assertThat(suite.buggyStoresThatPass("values"))
                .as("every store that gets a value wrong fails in any_value_comes_back")
                .isEqualTo(List.of());
    }

    @Test
    void keys_are_tested_at_their_boundaries() {
        assertThat(suite.buggyStoresThatPass("keys"))
                .as("every store that confuses or loses keys fails in keys_that_look_alike_are_two")
                .isEqualTo(List.of());
    }

    @Test
    void null_is_tested_wherever_it_can_be_passed() {
        assertThat(suite.buggyStoresThatPass("null"))
                .as("every store that does not reject null as promised fails in null_is_rejected")
                .isEqualTo(List.of());
    }
}
