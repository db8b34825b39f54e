package dev.minikv.step02.exercise1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("exercise")
@Tag("exercise-2.1")
class FirstTestsTest {

    private static JudgedSuite suite;

    @BeforeAll
    @Timeout(15) // seconds, for a busy machine
    static void run_the_suite_on_every_store() {
        suite = new JudgedSuite();
    }

    @Test
    void all_three_tests_are_there() {
        assertThat(suite.missing())
                .as("a test that does not run to its end catches nothing: keep the three, with their names and @Test")
                .isEqualTo(List.of());
    }

    @Test
    void a_test_judges_a_store_only_by_its_answers() {
        assertThat(suite.violations())
                .as("only its answers say whether a store is correct, and not what ran before")
                .isEqualTo(List.of());
    }

    @Test
    void every_test_passes_on_correct_stores() {
        assertThat(suite.falseAlarms())
                .as("a test passes on every store that keeps the contract, however it works inside")
                .isEqualTo(List.of());
    }

    @Test
    void the_test_of_set_can_fail() {
        assertThat(suite.buggyStoresThatPass("set_replaces_the_value"))
                .as("your test fails on a store that does not replace the value")
                .isEqualTo(List.of());
    }

    @Test
    void the_test_of_get_can_fail() {
        assertThat(suite.buggyStoresThatPass("get_of_an_absent_key_is_empty"))
                .as("your test fails on a store that returns anything but an empty Optional")
                .isEqualTo(List.of());
    }

    @Test
    void the_test_of_delete_can_fail() {
        assertThat(suite.buggyStoresThatPass("delete_returns_the_value"))
                .as("your test fails on a store that returns anything but the value it removed")
                .isEqualTo(List.of());
    }
}
