package dev.minikv.checks.figure;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.measure.Measurement;
import dev.minikv.workbook.measure.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The committed results, which `./workbook bench` has written.
final class ResultsFolder {

    private static final String FOOTPRINT = "footprint";

    private final Path folder;
    private final Map<String, List<Result>> files = new HashMap<>();

    ResultsFolder(Path folder) {
        this.folder = folder;
    }

    /// A row of a results file.
    ///
    /// @param origin the machine and the JDK that it comes from
    record Result(String origin, Measurement row) {}

    /// Returns the row that words select.
    ///
    /// A word names a file, a parameter with its value after a `=`, or a benchmark, with or without its
    /// class. A counter follows its benchmark after a colon, as in `set:multiple`, or is a word of its own, as
    /// in `:multiple`. Of two files, of two benchmarks, of two counters and of two values of a parameter, the
    /// later counts.
    ///
    /// @param mayLack whether there may be no such row
    /// @throws IOException if there are several such rows, or the file must not be quoted
    Optional<Result> row(String words, boolean mayLack) throws IOException {
        String file = "";
        String benchmark = "";
        String counter = "";
        var params = new HashMap<String, String>();
        for (String word : words.strip().split("\\s+")) {
            int equals = word.indexOf('=');
            if (word.endsWith(".json")) {
                file = word;
            } else if (equals > 0) {
                params.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                int colon = word.indexOf(':');
                counter = colon < 0 ? counter : word.substring(colon);
                String name = colon < 0 ? word : word.substring(0, colon);
                benchmark = name.isEmpty() ? benchmark : "." + name;
            }
        }
        String end = benchmark + counter;
        boolean isCounter = !counter.isEmpty();
        if (!files.containsKey(file)) {
            files.put(file, read(file));
        }
        List<Result> rows = files.get(file).stream()
                .filter(result -> ("." + result.row().benchmark()).endsWith(end))
                .filter(result -> result.row().benchmark().contains(":") == isCounter)
                .filter(result -> result.row().params().entrySet().containsAll(params.entrySet()))
                .toList();
        if (rows.size() > 1 || rows.isEmpty() && !mayLack) {
            throw new IOException(rows.size() + " rows match: " + words.strip().replaceAll("\\s+", " "));
        }
        return rows.stream().findFirst();
    }

    private List<Result> read(String file) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new IOException(file.isEmpty() ? "no results file is named" : "there is no file " + file);
        }
        try {
            JsonObject json = JsonParser.parseString(Files.readString(path)).getAsJsonObject();
            JsonObject origin = json.getAsJsonObject("origin");
            if (!origin.get("profile").getAsString().equals("full")) {
                throw new IOException(file + " is from a quick run, which is not for quoting");
            }
            List<Measurement> rows = json.has(FOOTPRINT)
                    ? footprint(json.getAsJsonArray(FOOTPRINT).asList())
                    : ResultFile.read(path).measurements();
            String of = origin.get("machine") + " " + origin.get("jdk");
            return rows.stream().map(row -> new Result(of, row)).toList();
        } catch (WorkbookException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// The report on memory is CSV: its columns are an engine, the number of entries, and bytes.
    private static List<Measurement> footprint(List<JsonElement> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.getAsString().split(","))
                .map(cells -> bytes(Map.of("engine", cells[0], "entries", cells[1]), Double.parseDouble(cells[2])))
                .toList();
    }

    private static Measurement bytes(Map<String, String> params, double score) {
        return new Measurement(FOOTPRINT, "count", params, 1, List.of(), "bytes", score, Double.NaN, List.of());
    }
}
