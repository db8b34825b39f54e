package dev.minikv.workbook.measure;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Measurements for tests, made up or recorded.
public final class Measured {

    public static final Machine MACHINE = new Machine("Some CPU", 2, 8, "Linux amd64");
    public static final Origin ORIGIN = new Origin(
            "./workbook bench steps",
            Profile.FULL,
            "2026-01-31T12:00:00Z",
            "1234567 with local changes",
            MACHINE,
            "Eclipse Adoptium 25");

    private Measured() {}

    /// Returns a benchmark measured in average time, with the forks' samples.
    public static Measurement time(String method, Map<String, String> params, double[]... forks) {
        return of(method, "avgt", "ns/op", params, forks);
    }

    public static Measurement of(
            String method, String mode, String unit, Map<String, String> params, double[]... forks) {
        double score =
                Arrays.stream(forks).flatMapToDouble(Arrays::stream).average().orElse(0);
        List<List<Double>> samples = Stream.of(forks)
                .map(fork -> Arrays.stream(fork).boxed().toList())
                .toList();
        return new Measurement(
                "dev.minikv.StepsBenchmark." + method, mode, params, 1, List.of(), unit, score, score / 10, samples);
    }

    /// Returns the samples of three calm forks around a mean.
    public static double[][] calm(double mean) {
        return new double[][] {
            {mean * 0.99, mean, mean * 1.01}, {mean, mean * 1.01, mean * 1.01}, {mean * 0.98, mean, mean}
        };
    }

    public static ResultFile file(String name, Measurement... measurements) {
        return file(name, ORIGIN, measurements);
    }

    public static ResultFile file(String name, Origin origin, Measurement... measurements) {
        return new ResultFile(Path.of(name + ".json"), origin, List.of(measurements));
    }

    /// Returns a recorded file.
    public static Path recorded(String name) {
        return Path.of("src/test/resources/bench", name);
    }

    /// Returns the rows of a recorded file as JMH wrote them.
    static JsonArray recordedRows(String name) throws IOException {
        return JsonParser.parseString(Files.readString(recorded(name))).getAsJsonArray();
    }
}
