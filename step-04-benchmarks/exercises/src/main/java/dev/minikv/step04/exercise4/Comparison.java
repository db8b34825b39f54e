package dev.minikv.step04.exercise4;

import java.util.List;

/// Says what two measurements show about a change, and no more than they show.
public final class Comparison {

    private Comparison() {}

    /// Returns the verdict on a measurement before a change and one after it.
    public static Verdict verdict(Measurement before, Measurement after) {
        double was = mean(forkMeans(before));
        double is = mean(forkMeans(after));
        if (is < was) {
            return new Verdict.Faster();
        }
        if (is > was) {
            return new Verdict.Slower();
        }
        return new Verdict.NoDifferenceShown();
    }

    private static List<Double> forkMeans(Measurement measurement) {
        return measurement.forks().stream().map(Comparison::mean).toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
