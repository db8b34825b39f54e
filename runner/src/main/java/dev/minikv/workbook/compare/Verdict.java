package dev.minikv.workbook.compare;

import java.util.Locale;

/// What can be concluded from two measurements.
///
/// Faster and slower mean the same seen from either side: what is faster by 30 % does 30 % more in the same
/// time, and what is slower by 30 % takes 30 % longer for the same work.
public sealed interface Verdict {

    /// The difference that the whole interval must exceed for a verdict: 3 %.
    ///
    /// Smaller ones exist, and are real in the run that shows them, but a new machine state or another
    /// order of linking shifts scores by as much: see Mytkowicz and others, "Producing Wrong Data
    /// Without Doing Anything Obviously Wrong!" (ASPLOS 2009).
    double MIN_DIFFERENCE = 0.03;

    /// The second is faster, by a share between two bounds such as 0.3 and 0.4.
    ///
    /// @param low by at least this share
    /// @param high by at most this share
    record Faster(double low, double high) implements Verdict {}

    /// The second is slower, by a share between two bounds such as 0.3 and 0.4.
    ///
    /// @param low by at least this share
    /// @param high by at most this share
    record Slower(double low, double high) implements Verdict {}

    /// There is a difference, as the interval excludes 1, but the interval starts too close to 1 for a
    /// verdict.
    record SmallDifference() implements Verdict {}

    /// The interval includes 1. That does not mean that there is no difference.
    record NoDifferenceShown() implements Verdict {}

    /// Two measurements that say nothing about each other.
    ///
    /// @param reason the difference that makes them incomparable
    record NotComparable(String reason) implements Verdict {}

    /// Too few samples to say anything.
    ///
    /// @param reason what is missing
    record TooLittleData(String reason) implements Verdict {}

    /// Returns the verdict on a ratio.
    static Verdict of(SpeedRatio ratio) {
        if (ratio.low() > 1 + MIN_DIFFERENCE) {
            return new Faster(ratio.low() - 1, ratio.high() - 1);
        }
        if (1 / ratio.high() > 1 + MIN_DIFFERENCE) {
            return new Slower(1 / ratio.high() - 1, 1 / ratio.low() - 1);
        }
        return ratio.low() > 1 || ratio.high() < 1 ? new SmallDifference() : new NoDifferenceShown();
    }

    default String text() {
        return switch (this) {
            case Faster(double low, double high) -> "faster by " + percents(low, high);
            case Slower(double low, double high) -> "slower by " + percents(low, high);
            case SmallDifference() -> "a difference, but it may be below 3 %";
            case NoDifferenceShown() -> "no difference shown";
            case NotComparable(String reason) -> "not comparable: " + reason;
            case TooLittleData(String reason) -> "too little data: " + reason;
        };
    }

    private static String percents(double low, double high) {
        return String.format(Locale.ROOT, "%,.0f to %,.0f %%", 100 * low, 100 * high);
    }
}
