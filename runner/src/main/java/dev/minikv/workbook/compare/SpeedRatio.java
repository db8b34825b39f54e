package dev.minikv.workbook.compare;

import dev.minikv.workbook.measure.Measurement;
import org.openjdk.jmh.util.Statistics;

/// How many times as fast one thing is as another, and the interval around this ratio.
///
/// Above 1, the second is faster. This holds in every mode: a ratio of times is inverted.
///
/// @param value the best single guess
/// @param low the lower end of the 99 % interval
/// @param high its upper end
public record SpeedRatio(double value, double low, double high) {

    /*
     * Welch's t interval for the difference of two means, taken over the logarithms of the forks' medians.
     *
     * Why forks and not iterations: the iterations of one JVM share what that JVM happened to compile,
     * and where it happened to put things in memory. They are alike, and ten of them are worth far
     * less than ten independent samples; an interval over them comes out too narrow, and finds
     * differences between two runs of the same thing. JVMs that were started separately are independent, and
     * their medians vary with everything that varies below. See Georges, Buytaert and
     * Eeckhout, "Statistically Rigorous Java Performance Evaluation" (OOPSLA 2007), and Kalibera and
     * Jones, "Rigorous Benchmarking in Reasonable Time" (ISMM 2013).
     *
     * Why the median of a fork: an iteration is a mean of many operations already. One that stands out
     * was most likely interrupted by another program, and with three or five iterations it would move
     * their mean far. The price: what slows fewer than half of the iterations is not seen here, only in
     * JMH's own scores.
     *
     * Why logarithms: scores are skewed, with a tail towards slow, and we ask for a ratio. Logarithms
     * take most of the skew away, and the difference of two of them is the logarithm of a ratio.
     *
     * Why Welch's t and not a bootstrap: drawing again from three or five values underestimates how much
     * they vary. The t distribution widens the interval for so few values, and Welch's version lets the
     * two sides vary differently ("The generalization of 'Student's' problem when several different
     * population variances are involved", Biometrika 1947).
     *
     * A single fork has no such interval. Its iterations could stand in, but the result would be the
     * too narrow one; [Comparison] says "too little data" instead.
     *
     * Why 99 % and not the usual 95 %: a table has 20 rows and more. At 95 %, one row in twenty would
     * be a false finding.
     */
    static final double CONFIDENCE = 0.99;

    /// Returns the ratio of two measurements with two forks or more each, and scores above zero.
    static SpeedRatio of(Measurement before, Measurement after) {
        Statistics from = Score.logsOfMedians(before);
        Statistics to = Score.logsOfMedians(after);
        double difference = after.greaterIsFaster() ? to.getMean() - from.getMean() : from.getMean() - to.getMean();
        double margin = margin(from, to);
        return new SpeedRatio(Math.exp(difference), Math.exp(difference - margin), Math.exp(difference + margin));
    }

    /// Returns half the width of Welch's interval.
    private static double margin(Statistics one, Statistics other) {
        double squaredOne = one.getVariance() / one.getN(); // the square of the mean's standard error
        double squaredOther = other.getVariance() / other.getN();
        double squaredError = squaredOne + squaredOther;
        if (squaredError == 0) {
            return 0; // equal samples throughout: there are no degrees of freedom to compute
        }
        double degreesOfFreedom = squaredError
                * squaredError
                / (squaredOne * squaredOne / (one.getN() - 1) + squaredOther * squaredOther / (other.getN() - 1));
        return Score.quantile(degreesOfFreedom) * Math.sqrt(squaredError);
    }
}
