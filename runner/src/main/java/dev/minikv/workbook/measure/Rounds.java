package dev.minikv.workbook.measure;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openjdk.jmh.util.ListStatistics;

/// Combines the results of several rounds, as if JMH had run all their forks in one.
///
/// JMH runs the forks of a benchmark one after the other. If the machine is slow for that minute, it is
/// slow for all of them: they agree with each other, and the next benchmark looks better without being
/// better. In rounds, each with one fork of every benchmark, such a minute affects one fork of many
/// benchmarks: they vary as much as the machine does, and an interval over them is honest.
final class Rounds {

    private static final double CONFIDENCE = 0.999; // as JMH has it
    private static final String COUNTERS = "secondaryMetrics"; // as JMH calls them

    private Rounds() {}

    /// Returns the rows of the first round, with the forks of all rounds. Percentiles are omitted, and so
    /// is the path of the JVM, which is of no use on another machine. The score of a counter is its mean, where
    /// JMH has the sum of all iterations.
    static JsonArray together(List<JsonArray> rounds) {
        var rows = new JsonArray();
        for (JsonElement each : rounds.getFirst()) {
            JsonObject first = each.getAsJsonObject();
            List<JsonObject> same = rounds.stream()
                    .flatMap(round -> round.asList().stream())
                    .map(JsonElement::getAsJsonObject)
                    .filter(row -> isOfSame(row, first))
                    .toList();
            JsonObject row = first.deepCopy();
            row.remove("jvm");
            row.addProperty("forks", together(row, same, of -> of.getAsJsonObject("primaryMetric")));
            for (String counter : counters(row).keySet()) {
                together(row, same, of -> counters(of).getAsJsonObject(counter));
            }
            rows.add(row);
        }
        return rows;
    }

    private static JsonObject counters(JsonObject row) {
        return row.has(COUNTERS) ? row.getAsJsonObject(COUNTERS) : new JsonObject();
    }

    /// Replaces one metric of a row by that of all forks, and returns how many there are.
    private static int together(JsonObject row, List<JsonObject> same, Function<JsonObject, JsonObject> metricOf) {
        var forks = new JsonArray();
        same.forEach(each -> forks.addAll(metricOf.apply(each).getAsJsonArray("rawData")));
        summarize(metricOf.apply(row), forks);
        return forks.size();
    }

    private static boolean isOfSame(JsonObject one, JsonObject other) {
        return Stream.of("benchmark", "mode", "params")
                .allMatch(member -> Objects.equals(one.get(member), other.get(member)));
    }

    private static void summarize(JsonObject metric, JsonArray forks) {
        var samples = new ListStatistics(forks.asList().stream()
                .flatMap(fork -> fork.getAsJsonArray().asList().stream())
                .mapToDouble(JsonElement::getAsDouble)
                .toArray());
        double score = samples.getMean();
        metric.addProperty("score", score);
        double error = samples.getMeanErrorAt(CONFIDENCE);
        metric.add("scoreError", number(error));
        var interval = new JsonArray();
        interval.add(number(score - error));
        interval.add(number(score + error));
        metric.add("scoreConfidence", interval);
        metric.remove("scorePercentiles");
        metric.add("rawData", forks);
    }

    /// JSON has no NaN: JMH writes the string.
    private static JsonElement number(double value) {
        return Double.isNaN(value) ? new JsonPrimitive("NaN") : new JsonPrimitive(value);
    }
}
