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
    @Timeout(15) // hundreds of runs, on a machine that may be busy
    static void run_the_tests_on_every_store(TestReporter reporter) {
        tests = new JudgedTests();
        tests.table().ifPresent(reporter::publishEntry);
    }

    @Test
    void nothing_waits_for_a_length_of_time() {
        assertThat(tests.timedWaits())
                .as("your test waits until something has happened, however long that takes")
                .isEqualTo(List.of());
    }

    @Test
    void junit_runs_each_of_your_tests() {
        assertThat(tests.notRun())
                .as("JUnit runs the default methods with @Test that return nothing; the runs are counted here")
                .isEqualTo(List.of());
    }

    @Test
    void a_test_goes_by_what_one_store_does() {
        assertThat(tests.otherwise())
                .as("only what its store does says whether it is right, and not what ran before")
                .isEqualTo(List.of());
    }

    @Test
    void a_correct_store_is_green_50_times_of_50() {
        assertThat(tests.falseAlarms())
                .as("a test passes on every store that two threads may use at once, each time")
                .isEqualTo(List.of());
    }

    @Test
    void a_racy_store_is_red_50_times_of_50() {
        assertThat(tests.notAlwaysRed("race"))
                .as("the test makes the two threads meet, it does not hope that they do")
                .isEqualTo(List.of());
    }

    @Test
    void a_slow_thread_is_waited_for() {
        assertThat(tests.notAlwaysRed("slow"))
                .as("the first thread goes on when the second can get no further, and not before")
                .isEqualTo(List.of());
    }

    @Test
    void what_the_second_thread_throws_fails_the_test() {
        assertThat(tests.notAlwaysRed("failure"))
                .as("an exception in the second thread is a failure of the test")
                .isEqualTo(List.of());
    }

    @Test
    void what_both_have_set_is_there() {
        assertThat(tests.notAlwaysRed("entries"))
                .as("there are two keys, and each has its own value")
                .isEqualTo(List.of());
    }
}
