package dev.minikv.checks.figure;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.generated.GeneratedTable;
import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Writes the table of all results files, each with the command that has measured it, and where.
public final class ResultsTable implements Generator {

    private final Path results;

    /// Creates the generator.
    ///
    /// @param results the folder with results files
    public ResultsTable(Path results) {
        this.results = results;
    }

    @Override
    public String name() {
        return "results";
    }

    @Override
    public List<String> lines(Page page, Generated block) throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(results)) {
            files = all.filter(file -> file.toString().endsWith(".json")).toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            JsonObject origin = JsonParser.parseString(Files.readString(file))
                    .getAsJsonObject()
                    .getAsJsonObject("origin");
            JsonObject machine = origin.getAsJsonObject("machine");
            rows.put(
                    name,
                    List.of(
                            "[`" + name + "`](" + results.getFileName() + "/" + name + ")",
                            "`" + origin.get("command").getAsString().replace("|", "\\|") + "`",
                            machine.get("cores").getAsInt() + " × "
                                    + machine.get("cpu").getAsString() + ", "
                                    + machine.get("os").getAsString(),
                            origin.get("jdk").getAsString()));
        }
        return GeneratedTable.in(block).with(List.of("file", "command", "machine", "JDK"), rows);
    }
}
