package dev.minikv.step04.exercise4;

/// Student's t, for intervals that hold the true mean 95 times of 100.
///
/// The fewer values a mean is made of, the less is known about how much they scatter, and the wider
/// the interval has to be.
final class StudentT {

    private static final double[] FROM_ONE_VALUE_ON = {
        Double.POSITIVE_INFINITY, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262
    };

    private StudentT() {}

    /// Returns t for the mean of this many values: one or more.
    ///
    /// Above ten it stays what it is for ten. That makes the interval a little too wide, never too
    /// narrow.
    static double of(int values) {
        return FROM_ONE_VALUE_ON[Math.min(values, FROM_ONE_VALUE_ON.length) - 1];
    }
}
