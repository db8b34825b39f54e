package dev.minikv.workbook.checker;

import static java.lang.Thread.State.BLOCKED;
import static java.lang.Thread.State.RUNNABLE;
import static java.lang.Thread.State.TIMED_WAITING;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopwatchTest {

    private final Stopwatch stopwatch = new Stopwatch();

    /// Lets three seconds pass, in steps of 20 ms.
    private void pass(Thread.State state, int processorMillis) {
        for (int step = 0; step < 150; step++) {
            stopwatch.add(state, Duration.ofMillis(20), Duration.ofMillis(processorMillis));
        }
    }

    private void assertShows(int millis) {
        assertThat(stopwatch.isOver(Duration.ofMillis(millis - 1))).isTrue();
        assertThat(stopwatch.isOver(Duration.ofMillis(millis))).isFalse();
    }

    @Test
    void a_thread_that_loops_is_charged_for_all_its_time() {
        pass(RUNNABLE, 20);

        assertShows(3_000);
    }

    @Test
    void a_thread_that_sleeps_or_waits_is_charged_for_it_too() {
        pass(TIMED_WAITING, 0);
        assertShows(3_000);

        pass(WAITING, 0);
        pass(BLOCKED, 0);
        assertShows(9_000);
    }

    @Test
    void a_thread_that_gets_half_a_processor_is_charged_for_half() {
        pass(RUNNABLE, 10);

        assertShows(1_500);
    }

    @Test
    void a_thread_that_gets_nothing_is_charged_for_a_quarter() {
        pass(RUNNABLE, 0);

        assertShows(750);
    }

    @Test
    void it_starts_again_from_zero() {
        pass(RUNNABLE, 20);

        stopwatch.restart();

        assertThat(stopwatch.isOver(Duration.ZERO)).isFalse();
    }
}
