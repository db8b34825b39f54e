package dev.minikv.checks.report;

import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.generated.GeneratedTable;
import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Table;
import dev.minikv.checks.step.Steps;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes how much of a step's code its tests run: `coverage`.
///
/// The figures are from JaCoCo's report, which the step's own build writes after its tests.
public final class Coverage implements Generator {

    private static final List<String> COLUMNS = List.of("package", "lines", "branches");

    private static final String REPORT = "target/site/jacoco/jacoco.csv";

    private final Path root;

    public Coverage(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public boolean writes(Table table) {
        return table.columns().equals(COLUMNS);
    }

    @Override
    public List<String> lines(Page page, Generated block) throws IOException {
        Step step = Steps.of(root, page);
        Path report = step.folder().resolve(REPORT);
        String remedy = "run mvn -pl " + root.relativize(step.folder()) + " test";
        if (!Files.isRegularFile(report)) {
            throw new IOException("there is no report " + root.relativize(report) + ": " + remedy);
        }
        Optional<Path> newer = newer(step, Files.getLastModifiedTime(report));
        if (newer.isPresent()) {
            throw new IOException("the report is older than " + root.relativize(newer.get()) + ": " + remedy);
        }
        List<String> lines = Files.readAllLines(report);
        Map<String, List<String>> rows = ByPackage.rows(
                step,
                Csv.read(lines.getFirst(), lines.subList(1, lines.size())),
                line -> line.get("PACKAGE"),
                classes -> List.of(covered("LINE", classes), covered("BRANCH", classes)));
        return GeneratedTable.in(block).with(COLUMNS, rows);
    }

    /// Returns a source of the step that has changed since a time.
    private static Optional<Path> newer(Step step, FileTime time) throws IOException {
        try (Stream<Path> files = Files.walk(step.folder().resolve("src"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(time) > 0) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private static String covered(String what, List<Map<String, String>> classes) {
        int covered = sum(what + "_COVERED", classes);
        int all = covered + sum(what + "_MISSED", classes);
        return all == 0 ? "none" : covered + " of " + all;
    }

    private static int sum(String column, List<Map<String, String>> classes) {
        return classes.stream()
                .mapToInt(each -> Integer.parseInt(each.get(column)))
                .sum();
    }
}
