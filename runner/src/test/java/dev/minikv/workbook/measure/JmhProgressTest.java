package dev.minikv.workbook.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JmhProgressTest {

    @Test
    void it_follows_what_jmh_prints() {
        String printed = """
                # JMH version: 1.37
                # Warmup: 3 iterations, 100 ms each
                # Benchmark: dev.minikv.step04.benchmark.StepsBenchmark.getHit
                # Parameters: (step = 1)

                # Run progress: 12.50% complete, ETA 00:01:02
                # Fork: 1 of 1
                # Warmup Iteration   1: 41.626 ns/op
                Iteration   1: 9.798 ns/op
                """;

        JmhProgress progress = JmhProgress.NONE;
        int reports = 0;
        for (String line : printed.lines().toList()) {
            Optional<JmhProgress> next = progress.after(line);
            reports += next.isPresent() ? 1 : 0;
            progress = next.orElse(progress);
        }

        assertThat(progress).isEqualTo(new JmhProgress(12.5, Optional.of(Duration.ofSeconds(62)), "getHit (step = 1)"));
        assertThat(reports).isEqualTo(3);
    }

    @Test
    void a_locale_may_write_the_percents_with_a_comma() {
        assertThat(after("# Run progress: 7,69% complete, ETA 00:00:20").percent())
                .isEqualTo(7.69);
    }

    @Test
    void a_run_may_take_days() {
        assertThat(after("# Run progress: 0.10% complete, ETA 2 days, 01:00:00").timeLeft())
                .contains(Duration.ofHours(49));
    }

    @Test
    void a_benchmark_without_parameters_does_not_inherit_those_of_the_one_before() {
        JmhProgress progress =
                after("# Parameters: (step = 1)").after("# Benchmark: a.B.set").orElseThrow();

        assertThat(progress.benchmark()).isEqualTo("set");
    }

    @Test
    void a_round_is_a_share_of_the_whole_and_those_to_come_take_as_long() {
        var halfOfOne = new JmhProgress(50, Optional.of(Duration.ofSeconds(30)), "get");

        JmhProgress inFirst = halfOfOne.inRound(0, 3, Duration.ZERO);

        assertThat(inFirst.percent()).isCloseTo(100.0 / 6, within(1e-9));
        assertThat(inFirst.timeLeft()).contains(Duration.ofSeconds(30 + 2 * 60));
    }

    @Test
    void later_rounds_take_as_long_as_those_before_whatever_jmh_expects() {
        var halfOfOne = new JmhProgress(50, Optional.of(Duration.ofSeconds(30)), "get");
        var end = new JmhProgress(100, Optional.of(Duration.ZERO), "get");
        var twoRounds = Duration.ofSeconds(160);

        assertThat(halfOfOne.inRound(2, 4, twoRounds).timeLeft()).contains(Duration.ofSeconds(40 + 80));
        assertThat(end.inRound(3, 4, twoRounds)).isEqualTo(end);
    }

    private static JmhProgress after(String line) {
        return JmhProgress.NONE.after(line).orElseThrow();
    }
}
