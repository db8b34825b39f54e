package dev.minikv.workbook.measure;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.words.Failures;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file of results: JMH's measurements, and where they come from.
///
/// It holds an object with "origin" and "jmh", the latter in the form that JMH itself writes.
///
/// @param file the file
/// @param origin where its numbers come from
/// @param measurements its rows, in JMH's order, each followed by its counters
public record ResultFile(Path file, Origin origin, List<Measurement> measurements) {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /// Returns the default folder for results; git ignores it.
    public static Path folder(Path root) {
        return root.resolve(".workbook/bench");
    }

    /// Reads a file that [#write] has written.
    ///
    /// @throws WorkbookException if it cannot be read, or holds something else
    public static ResultFile read(Path file) {
        JsonElement json = json(file);
        if (json.isJsonArray() && json.toString().contains("\"primaryMetric\"")) {
            throw unusable(file, "JMH itself wrote it, without the machine and the JDK");
        }
        if (!json.isJsonObject() || !json.getAsJsonObject().has("origin")) {
            throw unusable(file, "it does not say where its numbers come from");
        }
        JsonObject all = json.getAsJsonObject();
        Origin origin = origin(file, all.get("origin"));
        if (all.has(FootprintRun.NAME)) {
            throw new WorkbookException("%s has bytes and not times: there is nothing to compare".formatted(file));
        }
        if (!all.has("jmh") || !all.get("jmh").isJsonArray()) {
            throw unusable(file, "it has no list of measurements");
        }
        var measurements = new ArrayList<Measurement>();
        int number = 1;
        for (JsonElement row : all.getAsJsonArray("jmh")) {
            measurements.addAll(measurements(file, row, number++));
        }
        return new ResultFile(file, origin, List.copyOf(measurements));
    }

    private static JsonElement json(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw unusable(file, "it is a folder");
            }
            String text = Files.readString(file);
            if (text.isBlank()) {
                throw unusable(file, "it is empty");
            }
            return JsonParser.parseString(text);
        } catch (CharacterCodingException e) {
            throw unusable(file, "it is not text in UTF-8");
        } catch (IOException e) {
            throw new WorkbookException("%s cannot be read: %s".formatted(file, Failures.reason(e)));
        } catch (JsonParseException e) {
            boolean isCut = e.getCause() instanceof EOFException || ("" + e.getMessage()).contains("Unterminated");
            throw unusable(file, isCut ? "it is truncated JSON" : "it is not JSON");
        }
    }

    private static Origin origin(Path file, JsonElement json) {
        try {
            Origin origin = GSON.fromJson(json, Origin.class);
            var parts = new LinkedHashMap<String, Object>();
            parts.put("command", origin.command());
            parts.put("profile", origin.profile());
            parts.put("date", origin.date());
            parts.put("commit", origin.commit());
            parts.put(
                    "machine",
                    origin.machine() == null || origin.machine().cpu() == null
                            ? null
                            : origin.machine().os());
            parts.put("JDK", origin.jdk());
            parts.forEach((name, part) -> {
                if (part == null) {
                    throw unusable(file, "its origin has no " + name);
                }
            });
            return origin;
        } catch (JsonParseException | NullPointerException e) {
            throw unusable(file, "its origin cannot be read");
        }
    }

    private static List<Measurement> measurements(Path file, JsonElement json, int number) {
        List<Measurement> rows;
        try {
            rows = Measurement.allOf(json.getAsJsonObject());
            rows.stream()
                    .flatMap(row -> Stream.of(row.benchmark(), row.mode(), row.jvmArgs(), row.unit()))
                    .forEach(Objects::requireNonNull);
        } catch (RuntimeException e) { // of many kinds, such as for a missing value, or for [] instead of {}
            throw unusable(file, "row %s is not a measurement of JMH".formatted(number));
        }
        for (Measurement row : rows) {
            boolean isFinite = Double.isFinite(row.score())
                    && row.forks().stream()
                            .allMatch(fork -> fork != null
                                    && fork.stream().allMatch(sample -> sample != null && Double.isFinite(sample)));
            if (!isFinite) {
                throw unusable(file, "%s has a sample that is not a number".formatted(row.benchmark()));
            }
        }
        return rows;
    }

    private static WorkbookException unusable(Path file, String why) {
        return new WorkbookException("%s is not a result of ./workbook bench: %s".formatted(file, why));
    }

    /// Writes results under a name, such as "jmh", together with their origin.
    static void write(Path file, Origin origin, String name, JsonArray results) {
        var all = new JsonObject();
        all.add("origin", GSON.toJsonTree(origin));
        all.add(name, results);
        write(file, GSON.toJson(all) + "\n");
    }

    /// Writes a text as a whole or not at all. It goes into a temporary file first, so that a full disk
    /// neither destroys the old file nor leaves half of the new one.
    ///
    /// @throws WorkbookException if it cannot be written
    public static void write(Path file, String text) {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                Files.writeString(aside, text);
                Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /// Returns the exception for a file that cannot be written.
    public static WorkbookException unwritable(Path file, IOException cause) {
        String reason = switch (cause) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException inTheWay -> inTheWay.getFile() + " is not a folder";
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            default -> Failures.reason(cause);
        };
        return new WorkbookException("%s cannot be written: %s".formatted(file, reason));
    }

    /// Returns all results: first those of this machine, the newest first, and then the committed ones.
    public static List<ResultFile> all(Path root) throws IOException {
        var results = new ArrayList<>(in(folder(root)));
        results.addAll(in(root.resolve("docs/benchmarks")));
        return results;
    }

    /// Returns the results in a folder, the newest first. A file that is not a result is skipped.
    public static List<ResultFile> in(Path folder) throws IOException {
        var results = new ArrayList<ResultFile>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".json")).toList()) {
                    try {
                        results.add(read(file));
                    } catch (WorkbookException _) {
                        // not ours
                    }
                }
            }
        }
        results.sort(Comparator.comparing((ResultFile result) -> result.origin().date())
                .reversed());
        return results;
    }

    /// Returns its name without the folder and without ".json".
    public String name() {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    /// Returns the names of the benchmarks that it has results of.
    public Set<String> benchmarks() {
        return measurements.stream().map(Measurement::benchmark).collect(Collectors.toSet());
    }
}
