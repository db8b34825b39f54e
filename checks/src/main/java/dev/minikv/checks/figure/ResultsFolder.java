package dev.minikv.checks.figure;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.minikv.workbook.measure.Measurement;
import dev.minikv.workbook.measure.Profile;
import dev.minikv.workbook.measure.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The results that are committed: what `./workbook bench` has written.
public final class ResultsFolder {

    private static final String FOOTPRINT = "footprint";

    private final Path folder;
    private final Map<String, List<Measurement>> files = new TreeMap<>();

    public ResultsFolder(Path folder) {
        this.folder = folder;
    }

    /// Returns the one row that is meant by some words: the name of a file, of a benchmark, of a
    /// parameter with its value behind a '=', or a value alone. Of two files, and of two values of a
    /// parameter, the later counts.
    ///
    /// @throws LookupException if there is none, or more than one
    Measurement row(List<String> words) throws LookupException, IOException {
        String file = "";
        var params = new LinkedHashMap<String, String>();
        var names = new ArrayList<String>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (word.endsWith(".json")) {
                file = word;
            } else if (equals > 0) {
                params.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                names.add(word);
            }
        }
        List<Measurement> rows = rows(file).stream()
                .filter(row -> row.params().entrySet().containsAll(params.entrySet()))
                .filter(row -> names.stream().allMatch(name -> isIn(row, name)))
                .toList();
        if (rows.size() != 1) {
            String found = rows.stream().map(ResultsFolder::name).limit(4).collect(Collectors.joining(", "));
            throw new LookupException("%d rows of %s for \"%s\"%s"
                    .formatted(rows.size(), file, String.join(" ", words), rows.isEmpty() ? "" : ": " + found));
        }
        return rows.getFirst();
    }

    /// Whether a word names a row's benchmark, with or without its class, or is a parameter's value.
    private static boolean isIn(Measurement row, String word) {
        return ("." + row.benchmark()).endsWith("." + word) || row.params().containsValue(word);
    }

    private static String name(Measurement row) {
        String benchmark = row.benchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1) + " " + row.params();
    }

    private List<Measurement> rows(String file) throws LookupException, IOException {
        if (!files.containsKey(file)) {
            files.put(file, read(file));
        }
        return files.get(file);
    }

    private List<Measurement> read(String file) throws LookupException, IOException {
        Path path = folder.resolve(file);
        if (file.isEmpty() || !Files.isRegularFile(path)) {
            throw new LookupException(file.isEmpty() ? "no file is named" : "no file " + file);
        }
        JsonObject json = JsonParser.parseString(Files.readString(path)).getAsJsonObject();
        if (json.has(FOOTPRINT)) {
            return footprint(json.getAsJsonArray(FOOTPRINT).asList());
        }
        ResultFile results = ResultFile.read(path);
        if (results.origin().profile() != Profile.FULL) {
            throw new LookupException(file + " is from a quick run, which cannot be quoted");
        }
        return results.measurements();
    }

    /// The report on memory is CSV: its last column holds the score, and the others are parameters.
    private static List<Measurement> footprint(List<JsonElement> lines) {
        List<String> columns = cells(lines.getFirst());
        int last = columns.size() - 1;
        var rows = new ArrayList<Measurement>();
        for (JsonElement line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            var params = new TreeMap<String, String>();
            for (int i = 0; i < last; i++) {
                params.put(columns.get(i), cells.get(i));
            }
            double score = Double.parseDouble(cells.get(last));
            rows.add(new Measurement(
                    FOOTPRINT, "count", params, 1, List.of(), "bytes", score, Double.NaN, List.of(List.of(score))));
        }
        return rows;
    }

    private static List<String> cells(JsonElement line) {
        return List.of(line.getAsString().split(","));
    }
}
