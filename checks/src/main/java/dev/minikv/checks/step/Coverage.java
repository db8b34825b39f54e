package dev.minikv.checks.step;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import dev.minikv.checks.page.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Checks how much of its step's code a chapter says that the tests run.
///
/// It says so in a table that starts with the columns `package`, `lines` and `branches`, in cells
/// such as `57 of 57`, or `none` where there are no branches. The truth is in JaCoCo's report,
/// which the step's own build writes when its tests have run.
public final class Coverage implements Check<Table> {

    private static final String REPORT = "target/site/jacoco/jacoco.csv";

    private final Path root;

    public Coverage(Path root) {
        this.root = root;
    }

    @Override
    public List<Table> statements(Page page) {
        return page.tables().stream()
                .filter(table -> table.startsWith("package", "lines", "branches"))
                .toList();
    }

    @Override
    public List<Problem> problems(Page page, Table table) throws IOException {
        Step step = Step.of(root, page);
        Path report = step.folder().resolve(REPORT);
        String path = root.relativize(report).toString();
        String remedy = "run mvn -pl " + root.relativize(step.folder()) + " test";
        if (!Files.isRegularFile(report)) {
            return List.of(new Problem(table.line(), "there is no report of coverage", path, "none: " + remedy));
        }
        Optional<Path> newer = newer(step, Files.getLastModifiedTime(report));
        if (newer.isPresent()) {
            String actual = "older than " + root.relativize(newer.get()) + ": " + remedy;
            return List.of(new Problem(table.line(), "the report of coverage is out of date", path, actual));
        }
        return Figures.problems(table, cells(read(report), step));
    }

    /// Returns a source of the step that has changed since.
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

    /// Returns the lines of the report, one for each class, by the names of its columns.
    private static List<Map<String, String>> read(Path report) throws IOException {
        List<String> lines = Files.readAllLines(report);
        String[] columns = lines.getFirst().split(",");
        var classes = new ArrayList<Map<String, String>>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            var byColumn = new HashMap<String, String>();
            for (int i = 0; i < columns.length; i++) {
                byColumn.put(columns[i], cells[i]);
            }
            classes.add(byColumn);
        }
        return classes;
    }

    private static Map<String, List<String>> cells(List<Map<String, String>> classes, Step step) {
        Map<String, List<Map<String, String>>> byPackage = new TreeMap<>();
        byPackage.put(Figures.ALL, classes);
        for (Map<String, String> each : classes) {
            String name = Figures.name(each.get("PACKAGE"), step);
            byPackage.computeIfAbsent(name, _ -> new ArrayList<>()).add(each);
        }
        var cells = new TreeMap<String, List<String>>();
        byPackage.forEach((name, its) -> cells.put(name, List.of(covered("LINE", its), covered("BRANCH", its))));
        return cells;
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
