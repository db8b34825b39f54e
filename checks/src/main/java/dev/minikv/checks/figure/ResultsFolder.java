package dev.minikv.checks.figure;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.measure.Measurement;
import dev.minikv.workbook.measure.Profile;
import dev.minikv.workbook.measure.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The results that are committed: what `./workbook bench` has written.
final class ResultsFolder {

    private static final String FOOTPRINT = "footprint";

    private final Path folder;
    private final Map<String, List<ResultFile>> files = new HashMap<>();

    ResultsFolder(Path folder) {
        this.folder = folder;
    }

    /// Returns the rows that some words select, each as a file of this row alone, which knows its origin.
    ///
    /// A word names a file, a parameter with its value after a `=`, or a benchmark, with or without its
    /// class. Of two files, of two benchmarks and of two values of a parameter, the later counts.
    ///
    /// @throws IOException if there is no such file, or one that may not be quoted
    List<ResultFile> rows(List<String> words) throws IOException {
        String file = "";
        String benchmark = "";
        var params = new LinkedHashMap<String, String>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (word.endsWith(".json")) {
                file = word;
            } else if (equals > 0) {
                params.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                benchmark = "." + word;
            }
        }
        if (!files.containsKey(file)) {
            files.put(file, read(file));
        }
        var rows = new ArrayList<ResultFile>();
        for (ResultFile row : files.get(file)) {
            Measurement measurement = row.measurements().getFirst();
            if (("." + measurement.benchmark()).endsWith(benchmark)
                    && measurement.params().entrySet().containsAll(params.entrySet())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<ResultFile> read(String file) throws IOException {
        Path path = folder.resolve(file);
        if (file.isEmpty() || !Files.isRegularFile(path)) {
            throw new IOException(file.isEmpty() ? "no results file is named" : "there is no file " + file);
        }
        JsonObject json = JsonParser.parseString(Files.readString(path)).getAsJsonObject();
        if (json.has(FOOTPRINT)) {
            return footprint(path, json.getAsJsonArray(FOOTPRINT).asList());
        }
        try {
            ResultFile results = ResultFile.read(path);
            if (results.origin().profile() != Profile.FULL) {
                throw new IOException(file + " is from a quick run, which cannot be quoted");
            }
            return results.measurements().stream()
                    .map(row -> new ResultFile(path, results.origin(), List.of(row)))
                    .toList();
        } catch (WorkbookException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// The report on memory is CSV: its last column holds the score, and the others are parameters. It is
    /// counted and not timed, so its origin does not matter.
    private static List<ResultFile> footprint(Path path, List<JsonElement> lines) {
        List<String> columns = cells(lines.getFirst());
        int last = columns.size() - 1;
        var rows = new ArrayList<ResultFile>();
        for (JsonElement line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            var params = new TreeMap<String, String>();
            for (int i = 0; i < last; i++) {
                params.put(columns.get(i), cells.get(i));
            }
            double score = Double.parseDouble(cells.get(last));
            var row = new Measurement(
                    FOOTPRINT, "count", params, 1, List.of(), "bytes", score, Double.NaN, List.of(List.of(score)));
            rows.add(new ResultFile(path, null, List.of(row)));
        }
        return rows;
    }

    private static List<String> cells(JsonElement line) {
        return List.of(line.getAsString().split(","));
    }
}
