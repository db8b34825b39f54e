package dev.minikv.workbook.chart;

import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.compare.ComparisonTable;
import dev.minikv.workbook.measure.Origin;
import dev.minikv.workbook.measure.Profile;
import dev.minikv.workbook.measure.ResultFile;
import dev.minikv.workbook.words.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A comparison as a page of Markdown with two charts, in files beside the results.
///
/// @param files what was compared: two files, or the one that holds both sides
public record ComparisonReport(Comparison comparison, List<ResultFile> files) {

    /// Returns what a reader has to know before the table; often nothing.
    public List<String> warnings() {
        var warnings = new ArrayList<String>();
        files.getFirst()
                .origin()
                .differences(files.getLast().origin())
                .forEach((what, values) -> warnings.add("Not comparable, for another %s: %s.".formatted(what, values)));
        if (files.stream().anyMatch(file -> file.origin().profile() == Profile.QUICK)) {
            warnings.add("A quick run is indicative: to quote a number, let ./workbook bench run without --quick.");
        }
        return warnings;
    }

    /// Returns what is compared, in a line.
    public String title() {
        return comparison.before() + " and " + comparison.after() + comparison.suffix();
    }

    public List<String> table() {
        return ComparisonTable.of(comparison).text();
    }

    /// Writes the page and the charts beside the last of the files, and returns where they are.
    public List<Path> write() throws IOException {
        Path folder = files.getLast().file().toAbsolutePath().getParent();
        String name = name();
        Path page = folder.resolve(name + ".md");
        Path scores = folder.resolve(name + "-scores.svg");
        Path speeds = folder.resolve(name + "-speeds.svg");
        Files.writeString(
                page, page(scores.getFileName().toString(), speeds.getFileName().toString()));
        Files.writeString(scores, ScoreChart.of(comparison));
        Files.writeString(speeds, RatioChart.of(comparison));
        return List.of(page, scores, speeds);
    }

    private String name() {
        String versus = comparison.before() + "-vs-" + comparison.after();
        String name = files.size() == 1 ? files.getFirst().name() + "-" + versus : versus;
        return name.replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    /// Returns the page.
    ///
    /// @param scores the name of the file with the chart of scores
    /// @param speeds that of the chart of ratios
    String page(String scores, String speeds) {
        return Template.filled(
                ComparisonReport.class,
                "page.md.template",
                Map.of(
                        "title", title(),
                        "warnings",
                                warnings().stream().map("> %s\n\n"::formatted).collect(Collectors.joining()),
                        "table",
                                String.join("\n", ComparisonTable.of(comparison).markdown()),
                        "before", comparison.before(),
                        "after", comparison.after(),
                        "scores", scores,
                        "speeds", speeds,
                        "origins", files.stream().map(ComparisonReport::origin).collect(Collectors.joining())));
    }

    private static String origin(ResultFile file) {
        Origin origin = file.origin();
        String command = origin.command().replace("|", "\\|"); // or it ends the cell
        return """

                ## %s

                | | |
                |---|---|
                | command | `%s` |
                | date | %s |
                | commit | %s |
                | machine | %s |
                | JDK | %s |
                """.formatted(file.name(), command, origin.date(), origin.commit(), origin.machine(), origin.jdk());
    }
}
