package dev.minikv.workbook.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundsTest {

    @Test
    void together_they_are_what_jmh_would_have_written_for_all_forks() throws IOException {
        JsonArray threeForks = Measured.recordedRows("jmh-three-forks.json");
        List<JsonArray> rounds =
                Stream.of(0, 1, 2).map(fork -> oneOf(threeForks, fork)).toList();

        Measurement together = Measurement.of(Rounds.together(rounds).get(0).getAsJsonObject());

        Measurement byJmh = Measurement.of(threeForks.get(0).getAsJsonObject());
        assertThat(together).isEqualTo(byJmh);
    }

    @Test
    void each_row_gets_the_forks_of_its_own_benchmark_and_params() {
        JsonArray first = rows(row("get", "1", 1), row("get", "2", 2), row("set", "1", 3));
        JsonArray second = rows(row("set", "1", 30), row("get", "2", 20), row("get", "1", 10));

        JsonArray together = Rounds.together(List.of(first, second));

        assertThat(together.asList())
                .extracting(row -> Measurement.of(row.getAsJsonObject()).forks())
                .containsExactly(
                        List.of(List.of(1.0), List.of(10.0)),
                        List.of(List.of(2.0), List.of(20.0)),
                        List.of(List.of(3.0), List.of(30.0)));
    }

    @Test
    void a_counter_gets_its_forks_too_and_its_score_is_the_mean() {
        JsonArray together = Rounds.together(List.of(
                rows(with(row("set", "1", 1), "multiple", "[[1.0, 2.0]]", 3)),
                rows(with(row("set", "1", 2), "multiple", "[[3.0, 4.0]]", 7))));

        Measurement counter =
                Measurement.allOf(together.get(0).getAsJsonObject()).getLast();
        assertThat(counter.benchmark()).isEqualTo("Some.set:multiple");
        assertThat(counter.unit()).isEqualTo("times");
        assertThat(counter.params()).isEqualTo(Map.of("step", "1"));
        assertThat(counter.forks()).containsExactly(List.of(1.0, 2.0), List.of(3.0, 4.0));
        assertThat(counter.score()).as("the mean, and not a sum").isEqualTo(2.5);
    }

    @ParameterizedTest
    @CsvSource({"p99Micros, µs", "entryBytes, bytes", "p99Multiple, times"})
    void the_name_of_a_counter_says_its_unit(String name, String unit) {
        JsonObject row = with(row("set", "1", 1), name, "[[1.0]]", 1);

        assertThat(Measurement.allOf(row).getLast().unit()).isEqualTo(unit);
    }

    /// Adds a counter as JMH writes it: its score is a sum.
    private static JsonObject with(JsonObject row, String counter, String samples, double sum) {
        row.add("secondaryMetrics", JsonParser.parseString("""
                {"%s": {"score": %s, "scoreError": "NaN", "scoreUnit": "#", "rawData": %s}}
                """.formatted(counter, sum, samples)));
        return row;
    }

    @Test
    void two_samples_have_no_error() {
        JsonArray together = Rounds.together(List.of(rows(row("get", "1", 1)), rows(row("get", "1", 2))));

        assertThat(Measurement.of(together.get(0).getAsJsonObject()).error()).isNaN();
    }

    /// Returns a row with one of its forks.
    private static JsonArray oneOf(JsonArray rows, int fork) {
        JsonArray copy = rows.deepCopy();
        JsonObject metric = copy.get(0).getAsJsonObject().getAsJsonObject("primaryMetric");
        var forks = new JsonArray();
        forks.add(metric.getAsJsonArray("rawData").get(fork));
        metric.add("rawData", forks);
        metric.addProperty("score", -1);
        metric.addProperty("scoreError", -1);
        return copy;
    }

    private static JsonArray rows(JsonObject... rows) {
        var array = new JsonArray();
        Stream.of(rows).forEach(array::add);
        return array;
    }

    private static JsonObject row(String method, String step, double sample) {
        return JsonParser.parseString("""
                {"benchmark": "Some.%s", "mode": "avgt", "threads": 1, "jvmArgs": [], "params": {"step": "%s"},
                "primaryMetric": {"score": 0, "scoreError": "NaN", "scoreUnit": "ns/op", "rawData": [[%s]]}}
                """.formatted(method, step, sample)).getAsJsonObject();
    }
}
