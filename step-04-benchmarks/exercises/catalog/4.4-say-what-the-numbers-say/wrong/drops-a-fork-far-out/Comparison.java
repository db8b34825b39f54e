package dev.minikv.step04.exercise4;

import java.util.List;

/// Says what two measurements show about a change, and no more than they show.
public final class Comparison {

    private Comparison() {}

    /// Returns the verdict on a measurement before a change and one after it.
    public static Verdict verdict(Measurement before, Measurement after) {
        if (!before.benchmark().equals(after.benchmark())) {
            return new Verdict.NotComparable("benchmark");
        }
        if (!before.mode().equals(after.mode())) {
            return new Verdict.NotComparable("mode");
        }
        if (!before.params().equals(after.params())) {
            return new Verdict.NotComparable("params");
        }
        if (!before.unit().equals(after.unit())) {
            return new Verdict.NotComparable("unit");
        }
        if (before.forks().size() < 3 || after.forks().size() < 3) {
            return new Verdict.TooLittleData();
        }
        Interval was = interval(forkMeans(before));
        Interval is = interval(forkMeans(after));
        if (was.from() <= is.to() && is.from() <= was.to()) {
            return new Verdict.NoDifferenceShown();
        }
        boolean more = is.from() > was.to();
        boolean moreIsFaster = before.mode().equals("thrpt");
        return more == moreIsFaster ? new Verdict.Faster() : new Verdict.Slower();
    }

    private record Interval(double from, double to) {}

    private static Interval interval(List<Double> values) {
        if (values.size() > 10) {
            double all = mean(values);
            double sd = Math.sqrt(
                    values.stream().mapToDouble(v -> (v - all) * (v - all)).sum() / (values.size() - 1));
            values = values.stream().filter(v -> Math.abs(v - all) <= 3 * sd).toList();
        }
        int n = values.size();
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double margin = StudentT.of(n) * Math.sqrt(squares / (n - 1)) / Math.sqrt(n);
        return new Interval(mean - margin, mean + margin);
    }

    private static List<Double> forkMeans(Measurement measurement) {
        return measurement.forks().stream().map(Comparison::mean).toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
