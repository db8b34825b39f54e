package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs the tests of exercises: named ones, those of a step, or all.
@Command(
        name = "check",
        description = "Run the tests of exercises against your solutions.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:solved", "1:not solved", "2:usage error"})
final class CheckCommand extends Subcommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "<which>",
            description = "Exercises (1.2), steps (1) or all; by default the first open exercise.")
    private List<String> which = List.of();

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    /// An exercise's result as --json prints it.
    private record Checked(String id, String title, boolean solved, List<String> report) {}

    @Override
    public Integer call() throws IOException {
        Collection<Exercise> chosen = chosen();
        var results = new ArrayList<Checked>();
        var bar = new ProgressBar(screen());
        for (Exercise exercise : chosen) {
            if (chosen.size() > 1 && !json) {
                bar.show(results.size(), chosen.size(), exercise.id());
            }
            Outcome outcome = workbook.check(exercise);
            boolean solved = outcome instanceof Outcome.Solved;
            results.add(new Checked(exercise.id(), exercise.title(), solved, workbook.noted(exercise, outcome)));
        }
        bar.clear();
        print(results);
        return results.stream().allMatch(Checked::solved) ? 0 : WorkbookCommand.NOT_SOLVED;
    }

    private Collection<Exercise> chosen() {
        var chosen = new LinkedHashSet<Exercise>();
        which.forEach(each -> chosen.addAll(meant(each)));
        return which.isEmpty() ? List.of(exercise(null)) : chosen;
    }

    private List<Exercise> meant(String each) {
        if (each.equals("all")) {
            return workbook.catalog().exercises();
        }
        List<Exercise> ofStep = workbook.catalog().exercises().stream()
                .filter(exercise -> each.equals("" + exercise.step()))
                .toList();
        return ofStep.isEmpty() ? List.of(exercise(each)) : ofStep;
    }

    /// Prints full reports on exercises that were named, and one line for each exercise of a step.
    private void print(List<Checked> results) {
        Screen screen = screen();
        if (json) {
            screen.printJson(results);
            return;
        }
        boolean areNamed = which.stream().allMatch(each -> each.contains("."));
        for (Checked result : results) {
            List<String> report = result.report();
            screen.printReport(areNamed ? report : report.subList(0, 1));
            if (areNamed && results.size() > 1) {
                screen.print("");
            } else if (!areNamed) {
                screen.printReport(report.stream()
                        .filter(line -> line.startsWith("  again "))
                        .toList());
            }
        }
        long solved = results.stream().filter(Checked::solved).count();
        if (results.size() > 1) {
            screen.print("%s of %s solved".formatted(solved, results.size()));
        } else if (solved == 1) {
            screen.print("  then        ./workbook why " + results.getFirst().id() + ", and ./workbook next");
        }
    }
}
