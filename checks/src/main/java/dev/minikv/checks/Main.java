package dev.minikv.checks;

import dev.minikv.checks.figure.FigureTables;
import dev.minikv.checks.figure.Reports;
import dev.minikv.checks.figure.ResultsTable;
import dev.minikv.checks.generated.GeneratedBlocks;
import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Pages;
import dev.minikv.checks.report.Coverage;
import dev.minikv.checks.report.ExerciseProofs;
import dev.minikv.checks.report.Mistakes;
import dev.minikv.checks.report.Mutations;
import dev.minikv.checks.step.Changes;
import dev.minikv.checks.trial.TestCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes the generated blocks and reports on the pages: `.ci/pages` starts it.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Project.root();
        var blocks = new GeneratedBlocks(generators(root));
        var problems = new ArrayList<String>();
        for (Page page : Pages.under(root)) {
            GeneratedBlocks.Written written = blocks.write(page);
            problems.addAll(written.problems());
            if (!written.text().equals(page.text())) {
                Files.writeString(root.resolve(page.path()), written.text());
                IO.println("written: " + page.path());
            }
        }
        for (Path report : Reports.write(root.resolve("docs/benchmarks"))) {
            IO.println("written: " + root.relativize(report));
        }
        problems.forEach(IO::println);
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    /// Returns all generators for this project's pages.
    static List<Generator> generators(Path root) {
        return List.of(
                new Changes(root),
                new TestCounts(root),
                new Coverage(root),
                new Mutations(root),
                new ExerciseProofs(root),
                new Mistakes(root),
                new FigureTables(root.resolve("docs/benchmarks")),
                new ResultsTable(root.resolve("docs/benchmarks")));
    }
}
