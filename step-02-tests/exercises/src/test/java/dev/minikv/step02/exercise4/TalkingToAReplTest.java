package dev.minikv.step02.exercise4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

@Tag("exercise")
@Tag("exercise-2.4")
class TalkingToAReplTest {

    private static JudgedSuite suite;

    @BeforeAll
    @Timeout(15) // seconds: each of your tests that does not end takes two, on each REPL
    static void run_the_suite_on_every_repl(TestReporter reporter) {
        suite = new JudgedSuite();
        reporter.publishEntry(suite.matrix());
    }

    @Test
    void junit_finds_your_tests() {
        assertThat(suite.tests().isEmpty())
                .as("JUnit runs the default methods that have an @Test before them")
                .isEqualTo(false);
    }

    @Test
    void no_test_depends_on_another() {
        assertThat(suite.dependent())
                .as("each test brings a store of its own, and says the same in any order and alone")
                .isEqualTo("none");
    }

    @Test
    void every_test_passes_on_correct_repls() {
        assertThat(suite.falseAlarms())
                .as("a test demands what the reader and the writer of a session see, and no more")
                .isEqualTo("none");
    }

    @Test
    void each_of_the_six_is_killed() {
        assertThat(suite.survivors())
                .as("every buggy REPL fails a test that both correct ones pass")
                .isEqualTo("none");
    }
}
