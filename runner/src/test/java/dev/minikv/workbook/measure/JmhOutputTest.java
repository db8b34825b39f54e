package dev.minikv.workbook.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JmhOutputTest {

    private final List<JmhProgress> reports = new ArrayList<>();
    private final JmhOutput output = new JmhOutput(reports::add);

    @Test
    void it_follows_what_jmh_prints() {
        read("""
                # JMH version: 1.37
                # Warmup: 3 iterations, 100 ms each
                # Benchmark: dev.minikv.step04.benchmark.StepsBenchmark.getHit
                # Parameters: (step = 1)

                # Run progress: 12.50% complete, ETA 00:01:02
                # Fork: 1 of 1
                # Warmup Iteration   1: 41.626 ns/op
                Iteration   1: 9.798 ns/op
                """);

        assertThat(reports)
                .hasSize(3)
                .endsWith(new JmhProgress(12.5, Optional.of(Duration.ofSeconds(62)), "getHit (step = 1)"));
        assertThat(output.failure()).isEmpty();
        assertThat(output.isOtherJmhRunning()).isFalse();
    }

    @Test
    void a_locale_may_write_the_percents_with_a_comma_and_a_run_may_take_days() {
        assertThat(after("# Run progress: 7,69% complete, ETA 2 days, 01:00:00"))
                .isEqualTo(new JmhProgress(7.69, Optional.of(Duration.ofHours(49)), ""));
    }

    @Test
    void a_benchmark_without_parameters_does_not_inherit_those_of_the_one_before() {
        JmhProgress progress =
                after("# Parameters: (step = 1)").after("# Benchmark: a.B.set").orElseThrow();

        assertThat(progress.benchmark()).isEqualTo("set");
    }

    @Test
    void a_round_is_a_share_of_the_whole_and_later_rounds_take_as_long() {
        var halfOfOne = new JmhProgress(50, Optional.of(Duration.ofSeconds(30)), "get");

        JmhProgress inFirst = halfOfOne.inRound(0, 3, Duration.ZERO);

        assertThat(inFirst.percent()).isCloseTo(100.0 / 6, within(1e-9));
        assertThat(inFirst.timeLeft()).contains(Duration.ofSeconds(30 + 2 * 60));
    }

    @Test
    void later_rounds_take_as_long_as_earlier_ones_whatever_jmh_expects() {
        var halfOfOne = new JmhProgress(50, Optional.of(Duration.ofSeconds(30)), "get");
        var end = new JmhProgress(100, Optional.of(Duration.ZERO), "get");
        var twoRounds = Duration.ofSeconds(160);

        assertThat(halfOfOne.inRound(2, 4, twoRounds).timeLeft()).contains(Duration.ofSeconds(40 + 80));
        assertThat(end.inRound(3, 4, twoRounds)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    java.lang.IllegalStateException: full       | java.lang.IllegalStateException: full
                    java.lang.IllegalArgumentException: no such | no such
                    """)
    void a_failure_is_the_exception_or_only_the_message_if_an_argument_was_wrong(String thrown, String failure) {
        read("# Warmup Iteration   1: <failure>\n\n" + thrown
                + "\n\tat dev.minikv.Contenders.of(Contenders.java:42)\n");

        assertThat(output.failure()).contains(failure);
    }

    @Test
    void it_notices_that_another_jmh_holds_the_lock() {
        read("""
                ERROR: org.openjdk.jmh.runner.RunnerException: ERROR: Another JMH instance might be running. \
                Unable to acquire the JMH lock (/tmp/jmh.lock), exiting. Use -Djmh.ignoreLock=true to forcefully continue.
                """);

        assertThat(output.isOtherJmhRunning()).isTrue();
    }

    private void read(String printed) {
        printed.lines().forEach(output::accept);
    }

    private static JmhProgress after(String line) {
        return JmhProgress.NONE.after(line).orElseThrow();
    }
}
