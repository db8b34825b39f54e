package dev.minikv.step04.exercise4;

import java.util.List;
import java.util.Optional;

/// Says what two measurements show about a change, and no more than they show.
public final class Comparison {

    private static final int MIN_FORKS = 3;

    private Comparison() {}

    /// Returns the verdict on a measurement before a change and one after it.
    public static Verdict verdict(Measurement before, Measurement after) {
        Optional<String> difference = difference(before, after);
        if (difference.isPresent()) {
            return new Verdict.NotComparable(difference.get());
        }
        if (before.forks().size() < MIN_FORKS || after.forks().size() < MIN_FORKS) {
            return new Verdict.TooLittleData();
        }
        Interval was = Interval.of(forkMeans(before));
        Interval is = Interval.of(forkMeans(after));
        if (was.overlaps(is)) {
            return new Verdict.NoDifferenceShown();
        }
        boolean moreIsFaster = after.mode().equals("thrpt");
        boolean more = is.low() > was.high();
        return more == moreIsFaster ? new Verdict.Faster() : new Verdict.Slower();
    }

    /// Returns what makes two measurements incomparable, or empty if they can be compared.
    private static Optional<String> difference(Measurement before, Measurement after) {
        if (!before.benchmark().equals(after.benchmark())) {
            return Optional.of("benchmark");
        }
        if (!before.mode().equals(after.mode())) {
            return Optional.of("mode");
        }
        if (!before.params().equals(after.params())) {
            return Optional.of("params");
        }
        return before.unit().equals(after.unit()) ? Optional.empty() : Optional.of("unit");
    }

    private static List<Double> forkMeans(Measurement measurement) {
        return measurement.forks().stream().map(List::getLast).toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /// The values between which the true mean probably lies.
    private record Interval(double low, double high) {

        static Interval of(List<Double> values) {
            double mean = mean(values);
            double squares = values.stream()
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .sum();
            double deviation = Math.sqrt(squares / (values.size() - 1));
            double margin = StudentT.of(values.size()) * deviation / Math.sqrt(values.size());
            return new Interval(mean - margin, mean + margin);
        }

        boolean overlaps(Interval other) {
            return low <= other.high && other.low <= high;
        }
    }
}
