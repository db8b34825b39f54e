package dev.minikv.workbook.measure;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.minikv.workbook.WorkbookException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file of results: what JMH measured, and where that comes from.
///
/// It holds an object with "origin" and "jmh", the latter in the form that JMH itself writes.
///
/// @param file the file
/// @param origin where its numbers come from
/// @param measurements its rows, in JMH's order
public record ResultFile(Path file, Origin origin, List<Measurement> measurements) {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /// Returns where results are kept that nobody has chosen a place for; git ignores it.
    public static Path folder(Path root) {
        return root.resolve(".workbook/bench");
    }

    /// Reads a file that [#write] has written.
    ///
    /// @throws IOException if it cannot be read
    /// @throws WorkbookException if it holds something else
    public static ResultFile read(Path file) throws IOException {
        try {
            JsonObject all = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            if (all.has("origin") && all.has(FootprintRun.NAME)) {
                throw new WorkbookException("%s holds bytes and no times: there is nothing to compare".formatted(file));
            }
            List<Measurement> measurements = all.getAsJsonArray("jmh").asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .map(Measurement::of)
                    .toList();
            Origin origin = GSON.fromJson(all.get("origin"), Origin.class);
            Objects.requireNonNull(origin.date());
            return new ResultFile(file, origin, measurements);
        } catch (WorkbookException e) {
            throw e;
        } catch (RuntimeException e) { // of many kinds: for what is missing, and for [] where {} should be
            throw new WorkbookException("%s is not a result of ./workbook bench".formatted(file));
        }
    }

    /// Writes results under a name of their own, such as "jmh", together with their origin.
    static void write(Path file, Origin origin, String name, JsonArray results) {
        var all = new JsonObject();
        all.add("origin", GSON.toJsonTree(origin));
        all.add(name, results);
        // First aside: if the disk is full, what was there before is not lost.
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                Files.writeString(aside, GSON.toJson(all) + "\n");
                Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /// Returns what to throw if a file cannot be written.
    public static WorkbookException unwritable(Path file, IOException cause) {
        String reason = switch (cause) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException inTheWay -> inTheWay.getFile() + " is not a folder";
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            default -> cause.getMessage();
        };
        return new WorkbookException("%s cannot be written: %s".formatted(file, reason));
    }

    /// Returns the results there are, those of this machine first and the newest of them first, and
    /// then those that were committed.
    public static List<ResultFile> all(Path root) throws IOException {
        var results = new ArrayList<ResultFile>();
        for (Path folder : List.of(folder(root), root.resolve("docs/benchmarks"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    var ofFolder = new ArrayList<ResultFile>();
                    for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                            .toList()) {
                        try {
                            ofFolder.add(read(file));
                        } catch (WorkbookException _) {
                            // A file that is not a result is not ours: it is passed over.
                        }
                    }
                    ofFolder.sort(Comparator.comparing(
                                    (ResultFile result) -> result.origin().date())
                            .reversed());
                    results.addAll(ofFolder);
                }
            }
        }
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
