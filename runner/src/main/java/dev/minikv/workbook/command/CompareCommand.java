package dev.minikv.workbook.command;

import dev.minikv.workbook.chart.ComparisonReport;
import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.compare.Score;
import dev.minikv.workbook.compare.SpeedRatio;
import dev.minikv.workbook.measure.Measurement;
import dev.minikv.workbook.measure.ResultFile;
import dev.minikv.workbook.words.Near;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Compares two sets of results, and draws charts of them.
@Command(
        name = "compare",
        description = "Compare two steps, two engines or two files that bench has written.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:compared", "1:something failed", "2:usage error"})
final class CompareCommand extends Subcommand {

    @Parameters(
            arity = "0..2",
            paramLabel = "<what>",
            description = "Two files, or two steps or engines that were measured in the same run;"
                    + " by default the two newest runs of the same benchmarks.")
    private List<String> what = List.of();

    @Option(
            names = "--in",
            paramLabel = "<file>",
            description = "The file with two steps or engines; by default the newest result that has both.")
    private String file;

    @Option(
            names = "--output",
            paramLabel = "<folder>",
            description = {"Where to write the page and its charts; by default", ".workbook/bench."
            }) // otherwise picocli breaks the line at the dot
    private Path output;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    /// A comparison as --json prints it.
    private record Compared(String before, String after, List<Row> rows, List<String> files) {}

    /// A row of a comparison; unknown values are omitted.
    private record Row(String benchmark, Side before, Side after, SpeedRatio speed, String verdict, String inWords) {}

    /// One side of a row, with its 99 % interval.
    private record Side(String mode, String unit, double score, Double low, Double high, int forks, int samples) {

        static Side of(Measurement of) {
            Score score = Score.of(of);
            Double low = score.hasInterval() ? score.low() : null;
            Double high = score.hasInterval() ? score.high() : null;
            return new Side(
                    of.mode(), of.unit(), score.value(), low, high, of.forks().size(), of.samples());
        }
    }

    /// A comparison, and the files that it was read from.
    private record Chosen(Comparison comparison, List<ResultFile> files) {}

    @Override
    public Integer call() throws IOException {
        Chosen chosen = chosen();
        var report = new ComparisonReport(chosen.comparison(), chosen.files());
        Path folder = output == null ? ResultFile.folder(root()) : output.toAbsolutePath();
        List<String> written =
                report.write(folder).stream().map(workbook::shortened).toList();
        Screen screen = screen();
        if (json) {
            screen.printJson(compared(chosen.comparison(), written));
            return 0;
        }
        chosen.files().forEach(file -> screen.print("from " + workbook.shortened(file.file())));
        report.warnings().forEach(screen::print);
        screen.print("");
        screen.print(report.title());
        report.table().forEach(screen::print);
        screen.print("");
        screen.print(
                "speed above 1: the second is faster. Values come from the forks' medians; 99 % intervals in brackets.");
        screen.print("Faster by 30 %: does 30 % more in the same time; slower by 30 %: takes 30 % longer.");
        report.advice().forEach(screen::print);
        screen.print("");
        written.forEach(file -> screen.print("written: " + file));
        return 0;
    }

    private Chosen chosen() throws IOException {
        if (what.isEmpty()) {
            if (file != null) {
                throw misuse("--in needs two steps or engines to look for.");
            }
            return twoNewest();
        }
        if (what.size() != 2) {
            throw misuse("compare takes two files, steps or engines, but got: " + String.join(" ", what) + ".");
        }
        if (file == null && what.stream().anyMatch(each -> each.endsWith(".json"))) {
            return ofFiles(read(what.getFirst()), read(what.getLast()));
        }
        return ofValues(file == null ? ResultFile.all(root()) : List.of(read(file)), what.getFirst(), what.getLast());
    }

    /// Both runs are the user's own: a recorded result cannot be compared with a run on this machine.
    private Chosen twoNewest() throws IOException {
        List<ResultFile> results = ResultFile.in(ResultFile.folder(root()));
        for (ResultFile after : results) {
            for (ResultFile before : results.subList(results.indexOf(after) + 1, results.size())) {
                if (before.benchmarks().equals(after.benchmarks())
                        && before.origin().profile() == after.origin().profile()) {
                    return ofFiles(before, after);
                }
            }
        }
        if (results.isEmpty()) {
            throw misuse("There are no runs yet: run ./workbook bench --quick steps twice, then compare.");
        }
        ResultFile newest = results.getFirst();
        throw misuse("%s %s: run %s again, then compare."
                .formatted(
                        results.size() == 1
                                ? "There is only one run,"
                                : "No two runs have the same benchmarks; the newest is",
                        workbook.shortened(newest.file()),
                        newest.origin().command()));
    }

    private ResultFile read(String file) {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw misuse("There is no file '" + file + "'.");
        }
        return ResultFile.read(path);
    }

    private static Chosen ofFiles(ResultFile before, ResultFile after) {
        return new Chosen(Comparison.ofFiles(before, after), List.of(before, after));
    }

    /// Compares two values in the first result that has both.
    private Chosen ofValues(List<ResultFile> results, String before, String after) {
        for (ResultFile result : results) {
            Optional<Comparison> comparison = Comparison.ofValues(result, before, after);
            if (comparison.isPresent()) {
                return new Chosen(comparison.get(), List.of(result));
            }
        }
        if (results.isEmpty()) {
            throw misuse("There are no results yet: run ./workbook bench --quick steps first.");
        }
        var values = new TreeMap<String, Set<String>>();
        results.stream()
                .flatMap(result -> result.measurements().stream())
                .forEach(row -> row.params()
                        .forEach((param, value) -> values.computeIfAbsent(param, _ -> new LinkedHashSet<>())
                                .add(value)));
        values.values().removeIf(ofParam -> ofParam.size() < 2);
        String where = file == null ? "no result has both" : file + " does not have both";
        String there = values.entrySet().stream()
                .map(param -> param.getKey() + " " + Near.or(List.copyOf(param.getValue())))
                .collect(Collectors.joining("; "));
        throw misuse("'%s' and '%s': %s.".formatted(before, after, where)
                + (there.isEmpty() ? " It has no parameter with two values." : " Known values: " + there + "."));
    }

    private static Compared compared(Comparison comparison, List<String> files) {
        List<Row> rows = comparison.rows().stream()
                .map(row -> new Row(
                        row.name(),
                        row.before().map(Side::of).orElse(null),
                        row.after().map(Side::of).orElse(null),
                        row.speed().orElse(null),
                        row.verdict().getClass().getSimpleName(),
                        row.verdict().text()))
                .toList();
        return new Compared(comparison.before(), comparison.after(), rows, files);
    }
}
