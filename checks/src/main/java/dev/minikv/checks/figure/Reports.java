package dev.minikv.checks.figure;

import dev.minikv.checks.page.Findings;
import dev.minikv.workbook.chart.ComparisonReport;
import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.measure.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Checks that the reports and charts beside results are what `./workbook compare` writes: none has been
/// edited, and none is older than its results.
public final class Reports {

    /// A report's first line: two files, or two values with their parameter, as in "step 1", and the
    /// parameters that all rows have in common.
    private static final Pattern TITLE = Pattern.compile("# (?<before>.+?) and (?<after>.+?)(?:, all with .+)?");

    /// The files that were compared: one section for each.
    private static final Pattern FILE = Pattern.compile("^## (.+)$", Pattern.MULTILINE);

    private Reports() {}

    /// Writes all reports in a folder again, and returns which files differ.
    ///
    /// @param again an empty folder, to write into
    static Findings check(Path folder, Path again) throws IOException {
        for (Path results : files(folder, ".json")) {
            Files.copy(results, again.resolve(results.getFileName()));
        }
        var written = new TreeSet<Path>();
        var problems = new ArrayList<String>();
        for (Path report : files(folder, ".md")) {
            for (Path file : write(Files.readString(report), again)) {
                Path committed = folder.resolve(file.getFileName());
                written.add(committed);
                if (!Files.exists(committed) || !text(committed).equals(text(file))) {
                    problems.add(file.getFileName() + " is not what ./workbook compare writes");
                }
            }
        }
        files(folder, ".md", ".svg").stream()
                .filter(file -> !written.contains(file))
                .forEach(file -> problems.add(file.getFileName() + " belongs to no report"));
        return new Findings(written.size(), problems);
    }

    /// Writes all reports in a folder again, over the old ones, and returns the files that changed.
    ///
    /// The results in a report stay the same; only their presentation changes.
    public static List<Path> write(Path folder) throws IOException {
        var changed = new ArrayList<Path>();
        for (Path report : files(folder, ".md")) {
            Map<Path, String> before = new TreeMap<>();
            for (Path file : files(folder, ".md", ".svg")) {
                before.put(file, text(file));
            }
            for (Path file : write(Files.readString(report), folder)) {
                if (!text(file).equals(before.get(file))) {
                    changed.add(file);
                }
            }
        }
        return changed;
    }

    private static List<Path> write(String report, Path folder) throws IOException {
        var files = new ArrayList<ResultFile>();
        for (String name :
                FILE.matcher(report).results().map(file -> file.group(1)).toList()) {
            files.add(ResultFile.read(folder.resolve(name + ".json")));
        }
        Matcher title = TITLE.matcher(report.lines().findFirst().orElse(""));
        if (files.isEmpty() || !title.matches()) {
            return List.of();
        }
        Comparison comparison = files.size() == 1
                ? Comparison.ofValues(files.getFirst(), value(title.group("before")), value(title.group("after")))
                        .orElseThrow()
                : Comparison.ofFiles(files.getFirst(), files.getLast());
        return new ComparisonReport(comparison, files).write(folder);
    }

    /// Returns the value in "step 1".
    private static String value(String parameter) {
        return parameter.substring(parameter.indexOf(' ') + 1);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }

    private static List<Path> files(Path folder, String... ends) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            Stream.of(ends).anyMatch(end -> file.toString().endsWith(end)))
                    .sorted()
                    .toList();
        }
    }
}
