package dev.minikv.step02.exercise6;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

@Tag("exercise")
@Tag("exercise-2.6")
class TwoThreadsTest {

    private static JudgedTests tests;

    @BeforeAll
    @Timeout(15) // seconds, for hundreds of runs on a busy machine
    static void run_the_tests_on_every_store(TestReporter reporter) {
        tests = new JudgedTests();
        tests.table().ifPresent(reporter::publishEntry);
    }

    @Test
    void nothing_waits_for_a_length_of_time() {
        assertThat(tests.timedWaits())
                .as("a test waits until something has happened, however long that takes")
                .isEqualTo(List.of());
    }

    @Test
    void junit_runs_each_of_your_tests() {
        assertThat(tests.notRun())
                .as("JUnit runs default methods with @Test that return nothing, once each and to their end")
                .isEqualTo(List.of());
    }

    @Test
    void a_test_judges_only_what_one_store_does() {
        assertThat(tests.violations())
                .as("only what it does says whether a store is correct, and not what ran before")
                .isEqualTo(List.of());
    }

    @Test
    void a_correct_store_is_green_50_times_out_of_50() {
        assertThat(tests.falseAlarms())
                .as("a test passes on every store that two threads may use at once, each time")
                .isEqualTo(List.of());
    }

    @Test
    void a_racy_store_is_red_50_times_out_of_50() {
        assertThat(tests.notAlwaysRed("race"))
                .as("a test makes the two threads meet instead of hoping that they do")
                .isEqualTo(List.of());
    }

    @Test
    void a_slow_thread_is_waited_for() {
        assertThat(tests.notAlwaysRed("slow"))
                .as("the first thread continues only when the second can get no further")
                .isEqualTo(List.of());
    }

    @Test
    void what_the_second_thread_throws_fails_the_test() {
        assertThat(tests.notAlwaysRed("failure"))
                .as("an exception in the second thread fails the test")
                .isEqualTo(List.of());
    }

    @Test
    void both_keys_are_there_with_their_values() {
        assertThat(tests.notAlwaysRed("entries"))
                .as("there are two keys, the count is two, and each key has its own value")
                .isEqualTo(List.of());
    }
}
