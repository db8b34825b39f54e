package dev.minikv.step04.exercise4;

/// Student's t, for intervals that contain the true mean 95 times out of 100.
///
/// The fewer values there are, the less is known about how far they scatter, and the wider the interval
/// has to be.
final class StudentT {

    private static final double[] FROM_ONE_VALUE_ON = {
        Double.POSITIVE_INFINITY, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262
    };

    private StudentT() {}

    /// Returns t for the mean of one value or more.
    ///
    /// For more than ten values, it returns t for ten. That makes the interval a little too wide, but
    /// never too narrow.
    static double of(int values) {
        return FROM_ONE_VALUE_ON[Math.min(values, FROM_ONE_VALUE_ON.length) - 1];
    }
}
