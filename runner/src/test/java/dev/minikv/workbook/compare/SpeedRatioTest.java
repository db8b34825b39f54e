package dev.minikv.workbook.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.minikv.workbook.measure.Measured;
import dev.minikv.workbook.measure.Measurement;
import dev.minikv.workbook.measure.Profile;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Compares the interval with another program's, and counts wrong verdicts on made-up samples.
class SpeedRatioTest {

    private static final int ROWS = 2000;

    @Test
    void it_is_welchs_interval_of_the_forks_medians() {
        Measurement before = Measured.time("get", Map.of(), new double[][] {{10, 11}, {12, 12}, {11, 10, 10.5}});
        Measurement after = Measured.time("get", Map.of(), new double[][] {{20, 22}, {21, 23}, {24, 22}, {20, 20}});

        SpeedRatio ratio = SpeedRatio.of(before, after);

        // as computed by scipy.stats.ttest_ind(log(medians), log(medians), equal_var=False)
        assertThat(ratio.value()).isCloseTo(0.5112931757891797, within(1e-9));
        assertThat(ratio.low()).isCloseTo(0.39414274, within(1e-7));
        assertThat(ratio.high()).isCloseTo(0.66326405, within(1e-7));
    }

    @Test
    void it_is_the_ratio_of_the_two_scores_beside_it() {
        Measurement before = Measured.time("get", Map.of(), new double[][] {{10, 11}, {12, 12}, {11, 10, 100}});
        Measurement after = Measured.time("get", Map.of(), new double[][] {{20, 22}, {21, 23}, {24, 22}, {20, 20}});

        Score from = Score.of(before);
        Score to = Score.of(after);

        assertThat(SpeedRatio.of(before, after).value()).isCloseTo(from.value() / to.value(), within(1e-9));
        // as computed by scipy.stats.t.interval(0.99, 2, mean(log(medians)), sem(log(medians)))
        assertThat(from.value()).isCloseTo(11.149474795, within(1e-8));
        assertThat(from.low()).isCloseTo(7.560964459, within(1e-8));
        assertThat(from.high()).isCloseTo(16.441128494, within(1e-8));
    }

    @Test
    void a_score_without_forks_that_differ_has_no_interval() {
        Score score = Score.of(Measured.time("get", Map.of(), new double[][] {{10, 12, 30}}));

        assertThat(score.value()).isCloseTo(12, within(1e-9));
        assertThat(score.hasInterval()).isFalse();
        assertThat(Score.of(Measured.time("get", Map.of(), new double[][] {{0, 0, 3}, {1, 1, 1}}))
                        .value())
                .as("JMH's score, if there is no logarithm")
                .isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void two_runs_of_the_same_thing_hardly_ever_show_a_difference(Profile profile) {
        long wrong = shown(profile, 1, 0.05);

        assertThat(wrong)
                .as("verdicts that are wrong, of %d, with seed 1", ROWS)
                .isLessThanOrEqualTo(ROWS / 50);
    }

    @ParameterizedTest
    @CsvSource({"QUICK, 0.02", "FULL, 0.05"})
    void a_slowdown_of_30_percent_is_found(Profile profile, double noise) {
        long found = shown(profile, 1.3, noise);

        assertThat(found).as("found, of %d, with seed 1", ROWS).isGreaterThanOrEqualTo(ROWS * 95 / 100);
    }

    /// Returns how many of many rows show a difference.
    ///
    /// @param factor how much slower the second is
    /// @param noise how much forks differ, as a share
    private static long shown(Profile profile, double factor, double noise) {
        var random = new Random(1);
        return IntStream.range(0, ROWS)
                .filter(row -> !Verdict.of(SpeedRatio.of(
                                madeUp(random, profile, 100, noise), madeUp(random, profile, 100 * factor, noise)))
                        .equals(new Verdict.NoDifferenceShown()))
                .count();
    }

    /// Returns realistic samples: forks that differ, iterations that resemble the one before, and now and
    /// then an iteration that was interrupted.
    private static Measurement madeUp(Random random, Profile profile, double mean, double noise) {
        double[][] forks = new double[profile.rounds()][profile == Profile.QUICK ? 3 : 5];
        for (double[] fork : forks) {
            double level = mean * Math.exp(noise * random.nextGaussian());
            double drift = 0;
            for (int iteration = 0; iteration < fork.length; iteration++) {
                drift = 0.8 * drift + noise / 3 * random.nextGaussian();
                double interruption = random.nextInt(50) == 0 ? 1 + random.nextDouble() : 1;
                fork[iteration] = level * Math.exp(drift) * interruption;
            }
        }
        return Measured.time("get", Map.of(), forks);
    }
}
