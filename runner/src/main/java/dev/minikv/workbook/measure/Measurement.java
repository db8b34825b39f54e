package dev.minikv.workbook.measure;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What JMH measured of one benchmark with one choice of parameters: a row of its JSON.
///
/// @param benchmark its full name, such as dev.minikv.step04.benchmark.StepsBenchmark.getHit
/// @param mode what a score is, in JMH's short form: avgt for time an operation, thrpt for operations a time
/// @param params its parameters by their names; often none
/// @param threads how many threads ran it
/// @param jvmArgs the options of the JVMs that ran it
/// @param unit the unit of scores, such as ns/op
/// @param score the mean of all samples
/// @param error half the width of JMH's 99.9 % interval around the score; NaN below three samples
/// @param forks the samples, one list for each JVM that was started; none where JMH kept none of them
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

    /// Reads a row of JMH's JSON.
    static Measurement of(JsonObject row) {
        JsonObject metric = row.getAsJsonObject("primaryMetric");
        return new Measurement(
                row.get("benchmark").getAsString(),
                row.get("mode").getAsString(),
                params(row),
                row.get("threads").getAsInt(),
                row.getAsJsonArray("jvmArgs").asList().stream()
                        .map(JsonElement::getAsString)
                        .toList(),
                metric.get("scoreUnit").getAsString(),
                metric.get("score").getAsDouble(),
                metric.get("scoreError").getAsDouble(), // a number, or the string "NaN"
                forks(metric));
    }

    private static Map<String, String> params(JsonObject row) {
        var params = new TreeMap<String, String>();
        if (row.has("params")) {
            row.getAsJsonObject("params").asMap().forEach((name, value) -> params.put(name, value.getAsString()));
        }
        return params;
    }

    private static List<List<Double>> forks(JsonObject metric) {
        var forks = new ArrayList<List<Double>>();
        if (metric.has("rawData")) {
            for (JsonElement fork : metric.getAsJsonArray("rawData")) {
                JsonArray samples = fork.getAsJsonArray();
                forks.add(
                        samples.asList().stream().map(JsonElement::getAsDouble).toList());
            }
        }
        return List.copyOf(forks);
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
