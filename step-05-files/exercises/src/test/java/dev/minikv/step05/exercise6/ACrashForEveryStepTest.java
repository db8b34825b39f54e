package dev.minikv.step05.exercise6;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

@Tag("exercise")
@Tag("exercise-5.6")
class ACrashForEveryStepTest {

    private static JudgedSuite suite;

    @BeforeAll
    @Timeout(15) // seconds: each of your tests that does not end takes two, on each saver
    static void run_the_suite_on_every_saver(TestReporter reporter) {
        suite = new JudgedSuite();
        reporter.publishEntry(suite.matrix());
    }

    @Test
    void junit_runs_each_of_your_tests() {
        assertThat(suite.notRun())
                .as("JUnit runs default methods with @Test that return nothing, and each runs to its end")
                .isEqualTo(List.of());
    }

    @Test
    void a_test_judges_only_what_a_saver_leaves() {
        assertThat(suite.looksInside())
                .as("only what it leaves on the disk says whether a saver is correct")
                .isEqualTo(List.of());
    }

    @Test
    void no_test_depends_on_another() {
        assertThat(suite.dependent())
                .as("a test saves with `save`, on disks of its own, and does the same when it runs again")
                .isEqualTo(List.of());
    }

    @Test
    void a_correct_saver_fails_no_test() {
        assertThat(suite.falseAlarms())
                .as("a test demands only what every saver promises: the old state or the new one")
                .isEqualTo(List.of());
    }

    @Test
    void an_acknowledged_save_outlives_a_power_cut() {
        assertThat(suite.survivors("acknowledged"))
                .as("once a save has returned, only the new state will do, and chance gets many chances")
                .isEqualTo(List.of());
    }

    @Test
    void a_power_cut_anywhere_leaves_the_old_state_or_the_new_one() {
        assertThat(suite.survivors("power cut"))
                .as("the power is cut at each operation, and then the whole old state is there, or the whole new one")
                .isEqualTo(List.of());
    }

    @Test
    void an_io_error_at_any_operation_leaves_them_too() {
        assertThat(suite.survivors("I/O error"))
                .as("each operation fails once: the save says so, and the old state is there or the new one")
                .isEqualTo(List.of());
    }

    @Test
    void a_first_save_leaves_no_file_or_the_new_state() {
        assertThat(suite.survivors("first save"))
                .as("if there was no file, there is none after a power cut, or the whole new state")
                .isEqualTo(List.of());
    }

    @Test
    void a_later_save_works() {
        assertThat(suite.survivors("later save"))
                .as("whatever has happened, the next save succeeds and leaves its own state")
                .isEqualTo(List.of());
    }
}
