package dev.minikv.workbook.compare;

import java.util.Locale;

/// What can be said of two measurements.
///
/// Faster and slower mean the same seen from either side: what is faster by 30 % does 30 % more in
/// the same time, and what is slower by 30 % takes 30 % longer for the same.
public sealed interface Verdict {

    /// The difference that a verdict needs to exceed with its whole interval: 3 %.
    ///
    /// Smaller ones exist, and are real in the run that shows them, but a new machine state or another
    /// order of linking shifts scores by as much: see Mytkowicz and others, "Producing Wrong Data
    /// Without Doing Anything Obviously Wrong!" (ASPLOS 2009).
    double MIN_DIFFERENCE = 0.03;

    /// The second is faster, by a share between two bounds such as 0.3 and 0.4.
    ///
    /// @param low by so much at least
    /// @param high by so much at most
    record Faster(double low, double high) implements Verdict {}

    /// The second is slower, by a share between two bounds such as 0.3 and 0.4.
    ///
    /// @param low by so much at least
    /// @param high by so much at most
    record Slower(double low, double high) implements Verdict {}

    /// There is a difference: the interval leaves out 1. But it begins closer to 1 than a verdict needs.
    record SmallDifference() implements Verdict {}

    /// The interval has 1 in it. That is not to say that there is no difference.
    record NoDifferenceShown() implements Verdict {}

    /// Two measurements that say nothing about each other.
    ///
    /// @param reason what differs that must not
    record NotComparable(String reason) implements Verdict {}

    /// Too few samples to say anything.
    ///
    /// @param reason what there is too little of
    record TooLittleData(String reason) implements Verdict {}

    /// Returns what a ratio's interval says.
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
