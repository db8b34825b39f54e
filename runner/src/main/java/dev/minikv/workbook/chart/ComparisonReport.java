package dev.minikv.workbook.chart;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.compare.ComparisonTable;
import dev.minikv.workbook.compare.SpeedRatio;
import dev.minikv.workbook.compare.Verdict;
import dev.minikv.workbook.measure.Origin;
import dev.minikv.workbook.measure.Profile;
import dev.minikv.workbook.measure.ResultFile;
import dev.minikv.workbook.words.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A comparison as a page of Markdown with two charts, each in a file.
///
/// @param files what was compared: two files, or the one that holds both sides
public record ComparisonReport(Comparison comparison, List<ResultFile> files) {

    /// Returns the warnings to print before the table; often none.
    public List<String> warnings() {
        var warnings = new ArrayList<String>();
        files.getFirst()
                .origin()
                .differences(files.getLast().origin())
                .forEach(
                        (what, values) -> warnings.add("Not comparable: the %s differs (%s).".formatted(what, values)));
        if (files.stream().anyMatch(file -> file.origin().profile() == Profile.QUICK)) {
            warnings.add("A quick run is only indicative: to quote a number, run ./workbook bench without --quick.");
        }
        return warnings;
    }

    /// Returns a line that says what is compared.
    public String title() {
        return comparison.before() + " and " + comparison.after() + comparison.suffix();
    }

    public List<String> table() {
        return ComparisonTable.of(comparison).text();
    }

    /// Returns advice for a comparison in which no row shows a difference; otherwise nothing.
    public List<String> advice() {
        List<SpeedRatio> speeds = comparison.rows().stream()
                .filter(row -> row.verdict() instanceof Verdict.NoDifferenceShown)
                .flatMap(row -> row.speed().stream())
                .sorted(Comparator.comparingDouble(speed -> speed.high() / speed.low()))
                .toList();
        if (speeds.isEmpty() || speeds.size() < comparison.rows().size()) {
            return List.of();
        }
        SpeedRatio middle = speeds.get(speeds.size() / 2);
        double hidden = Math.sqrt(middle.high() / middle.low()) - 1;
        boolean isQuick = files.stream().anyMatch(file -> file.origin().profile() == Profile.QUICK);
        return List.of(
                "",
                String.format(
                        Locale.ROOT,
                        "No row shows a difference. Intervals this wide can hide one of about %,.0f %%. To narrow them:",
                        100 * hidden),
                (isQuick ? "run longer, without --quick; " : "")
                        + "close other programs, so that the machine is quieter; measure fewer rows,",
                "chosen by name and with -p, so that each round is shorter. docs/benchmarks.md says more.");
    }

    /// Writes the page and the charts, and returns where they are.
    ///
    /// @throws WorkbookException if one cannot be written
    public List<Path> write(Path folder) {
        String name = name();
        Path page = folder.resolve(name + ".md");
        Path scores = folder.resolve(name + "-scores.svg");
        Path speeds = folder.resolve(name + "-speeds.svg");
        ResultFile.write(
                page, page(scores.getFileName().toString(), speeds.getFileName().toString()));
        ResultFile.write(scores, ScoreChart.of(comparison));
        ResultFile.write(speeds, RatioChart.of(comparison));
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
    /// @param speeds the name of the file with the chart of ratios
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
        String command = origin.command().replace("|", "\\|"); // a bare one would end the cell
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
