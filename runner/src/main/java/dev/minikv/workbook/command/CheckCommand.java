package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs the tests of one exercise, of a step's, or of all.
@Command(
        name = "check",
        description = "Run the tests of an exercise on your solution.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:solved", "1:not solved", "2:wrong use"})
final class CheckCommand extends Subcommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "<which>",
            description = "An exercise (1.2), a step (1) or all; otherwise the first one that is open.")
    private String which;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    /// An exercise's result as --json prints it.
    private record Checked(String id, String title, boolean solved, List<String> report) {}

    @Override
    public Integer call() throws IOException {
        List<Exercise> chosen = chosen();
        var results = new ArrayList<Checked>();
        var bar = new ProgressBar(screen());
        for (Exercise exercise : chosen) {
            if (chosen.size() > 1 && !json) {
                bar.show(results.size(), chosen.size(), exercise.id());
            }
            Outcome outcome = workbook.check(exercise);
            boolean solved = outcome instanceof Outcome.Solved;
            results.add(new Checked(exercise.id(), exercise.title(), solved, workbook.report(exercise, outcome)));
        }
        bar.clear();
        print(results);
        return results.stream().allMatch(Checked::solved) ? 0 : WorkbookCommand.NOT_SOLVED;
    }

    private List<Exercise> chosen() {
        if (which == null || which.contains(".")) {
            return List.of(exercise(which));
        }
        List<Exercise> chosen = which.equals("all")
                ? workbook.catalog().exercises()
                : workbook.catalog().exercises().stream()
                        .filter(exercise -> which.equals("" + exercise.step()))
                        .toList();
        if (chosen.isEmpty()) {
            throw misuse("There is no exercise or step '" + which + "'.");
        }
        return chosen;
    }

    private void print(List<Checked> results) {
        Screen screen = screen();
        if (json) {
            screen.printJson(results);
            return;
        }
        for (Checked result : results) {
            screen.printReport(
                    results.size() == 1 ? result.report() : result.report().subList(0, 1));
        }
        long solved = results.stream().filter(Checked::solved).count();
        if (results.size() > 1) {
            screen.print("%s of %s solved".formatted(solved, results.size()));
        } else if (solved == 1) {
            screen.print("  then        ./workbook why " + results.getFirst().id() + ", and ./workbook next");
        }
    }
}
