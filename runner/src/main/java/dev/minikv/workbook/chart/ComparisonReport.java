package dev.minikv.workbook.chart;

import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.compare.ComparisonTable;
import dev.minikv.workbook.measure.Origin;
import dev.minikv.workbook.measure.Profile;
import dev.minikv.workbook.measure.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A comparison as a page of Markdown with two charts, in files beside the results.
public final class ComparisonReport {

    private static final List<String> HOW_TO_READ = List.of(
            "**Scores** are means with their 99.9 % interval, as JMH computes it.",
            "**Speed** above 1: the second does more in the same time. In brackets, its 99 % interval: Welch's t"
                    + " over the logarithms of the medians of the forks, that is, of the JVMs that were started.",
            "**Faster by 30 %**: does 30 % more in the same time. **Slower by 30 %**: takes 30 % longer for the same.",
            "**No difference shown**: the interval reaches below 3 %. There may be a difference; these samples do not"
                    + " show it.");

    private final Comparison comparison;
    private final List<ResultFile> files;

    /// Creates the report of a comparison.
    ///
    /// @param files what was compared: two files, or the one that holds both sides
    public ComparisonReport(Comparison comparison, List<ResultFile> files) {
        this.comparison = comparison;
        this.files = List.copyOf(files);
    }

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

    /// Returns the table, as lines of text.
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
        var lines = new ArrayList<String>();
        lines.add("# " + title());
        lines.add("");
        warnings().forEach(warning -> lines.addAll(List.of("> " + warning, "")));
        lines.addAll(ComparisonTable.of(comparison).markdown());
        lines.add("");
        HOW_TO_READ.forEach(line -> lines.add("- " + line));
        lines.add("");
        lines.add("![Speed of %s, where %s is 1](%s)".formatted(comparison.after(), comparison.before(), speeds));
        lines.add("");
        lines.add("![Scores of %s and %s](%s)".formatted(comparison.before(), comparison.after(), scores));
        for (ResultFile file : files) {
            lines.add("");
            lines.addAll(origin(file));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> origin(ResultFile file) {
        Origin origin = file.origin();
        return List.of(
                "## " + file.name(),
                "",
                "| | |",
                "|---|---|",
                "| command | `%s` |".formatted(origin.command().replace("|", "\\|")), // or it ends the cell
                "| date | %s |".formatted(origin.date()),
                "| commit | %s |".formatted(origin.commit()),
                "| machine | %s |".formatted(origin.machine()),
                "| JDK | %s |".formatted(origin.jdk()));
    }
}
