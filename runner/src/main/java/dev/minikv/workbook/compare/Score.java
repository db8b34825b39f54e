package dev.minikv.workbook.compare;

import dev.minikv.workbook.measure.Measurement;
import org.apache.commons.statistics.distribution.TDistribution;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/// A score as comparisons use it: computed from the medians of the forks, as the ratio of two scores is.
///
/// JMH's own score is the mean of all samples, with an interval over samples that are not independent. It
/// could contradict a ratio of medians.
///
/// @param value the geometric mean of the medians: [SpeedRatio#value] is the ratio of two
/// @param low the lower end of its 99 % interval; NaN where there is none, for a single fork
/// @param high its upper end
public record Score(double value, double low, double high) {

    /// Returns the score of a measurement; without any forks, or with a sample of zero, it is JMH's.
    public static Score of(Measurement measurement) {
        if (!hasLogarithms(measurement)) {
            return new Score(measurement.score(), Double.NaN, Double.NaN);
        }
        Statistics logs = logsOfMedians(measurement);
        double margin = logs.getN() < 2
                ? Double.NaN
                : quantile(logs.getN() - 1.0) * Math.sqrt(logs.getVariance() / logs.getN());
        return new Score(
                Math.exp(logs.getMean()), Math.exp(logs.getMean() - margin), Math.exp(logs.getMean() + margin));
    }

    public boolean hasInterval() {
        return !Double.isNaN(low);
    }

    static boolean hasLogarithms(Measurement measurement) {
        return !measurement.forks().isEmpty()
                && measurement.forks().stream()
                        .allMatch(fork -> !fork.isEmpty() && fork.stream().allMatch(sample -> sample > 0));
    }

    static Statistics logsOfMedians(Measurement measurement) {
        return new ListStatistics(measurement.forks().stream()
                .mapToDouble(fork -> Math.log(new ListStatistics(
                                fork.stream().mapToDouble(Double::doubleValue).toArray())
                        .getPercentile(50)))
                .toArray());
    }

    /// Returns how many standard errors the interval reaches to either side.
    static double quantile(double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - SpeedRatio.CONFIDENCE) / 2);
    }
}
