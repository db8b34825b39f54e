package dev.minikv.workbook.measure;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// JMH's result for one benchmark with one choice of parameters: a row of its JSON, or a counter in such a row.
///
/// A counter is a number that a benchmark computes itself, such as a multiple of something that it measures
/// beside: JMH has no better word for its unit than `#`. Here it is what the counter's name ends in, `µs` for micros
/// and `bytes` for bytes, and otherwise `times`.
///
/// @param benchmark its full name, such as dev.minikv.step04.benchmark.StepsBenchmark.getHit; that of a counter
///     ends in a colon and the counter's own name
/// @param mode what a score is, in JMH's short form: avgt for time per operation, thrpt for operations per
///     time
/// @param params its parameters by their names; often none
/// @param threads how many threads ran it
/// @param jvmArgs the options of the JVMs that ran it
/// @param unit the unit of scores, such as ns/op
/// @param score the mean of all samples
/// @param error half the width of JMH's 99.9 % interval around the score; NaN below three samples
/// @param forks the samples, one list for each JVM that was started; empty if JMH kept no samples
public record Measurement(
        String benchmark,
        String mode,
        Map<String, String> params,
        int threads,
        List<String> jvmArgs,
        String unit,
        double score,
        double error,
        List<List<Double>> forks) {

    /// The part of a row of JMH that is read.
    private record Row(
            String benchmark,
            String mode,
            Map<String, String> params,
            int threads,
            List<String> jvmArgs,
            Metric primaryMetric,
            Map<String, Metric> secondaryMetrics) {}

    /// The error is a number, or the string "NaN".
    private record Metric(String scoreUnit, double score, double scoreError, List<List<Double>> rawData) {}

    /// Returns the measurement of a row, without its counters.
    static Measurement of(JsonObject json) {
        Row row = new Gson().fromJson(json, Row.class);
        return of(row, row.benchmark(), row.primaryMetric().scoreUnit(), row.primaryMetric());
    }

    /// Returns the measurement of a row, and one for each of its counters.
    static List<Measurement> allOf(JsonObject json) {
        Row row = new Gson().fromJson(json, Row.class);
        var all = new ArrayList<Measurement>();
        all.add(of(json));
        if (row.secondaryMetrics() != null) {
            row.secondaryMetrics()
                    .forEach((name, metric) ->
                            all.add(of(row, row.benchmark() + ":" + name, unitOf(name, metric), metric)));
        }
        return all;
    }

    private static String unitOf(String counter, Metric metric) {
        if (!"#".equals(metric.scoreUnit())) {
            return metric.scoreUnit();
        }
        return counter.endsWith("Micros") ? "µs" : counter.endsWith("Bytes") ? "bytes" : "times";
    }

    private static Measurement of(Row row, String name, String unit, Metric metric) {
        return new Measurement(
                name,
                row.mode(),
                row.params() == null ? Map.of() : new TreeMap<>(row.params()),
                row.threads(),
                row.jvmArgs(),
                unit,
                metric.score(),
                metric.scoreError(),
                metric.rawData() == null ? List.of() : metric.rawData());
    }

    /// Returns how many samples there are, of all forks.
    public int samples() {
        return forks.stream().mapToInt(List::size).sum();
    }

    /// Returns whether a greater score is a better one.
    public boolean greaterIsFaster() {
        return mode.equals("thrpt");
    }
}
