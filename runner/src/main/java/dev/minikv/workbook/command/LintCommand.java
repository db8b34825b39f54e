package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.proof.Proof;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Verifies an author's promises about an exercise, as the build does.
@Command(name = "lint", description = "For authors: prove an exercise, as mvn verify does.")
final class LintCommand extends Subcommand {

    @Parameters(paramLabel = "<id>", description = "An exercise, such as 1.2.")
    private String id;

    @Option(names = "--golden", description = "First rewrite failure.txt from the report on the starter.")
    private boolean golden;

    @Override
    public Integer call() throws IOException {
        Exercise exercise = exercise(id);
        int ofStep = workbook.catalog().ofStep(exercise.step()).size();
        if (golden) {
            Proof.writeGolden(exercise, ofStep, workbook.checker(exercise));
        }
        Proof proof = Proof.of(exercise, ofStep, workbook.checker(exercise));
        List<String> problems = proof.problems();
        problems.forEach(screen()::print);
        screen().print("%s: problems %s; starter red %s of 1, solution green %s of 1, wrong solutions killed %s of %s"
                .formatted(
                        exercise.id(),
                        problems.size(),
                        proof.startersRed(),
                        proof.solutionsGreen(),
                        proof.wrongsKilled(),
                        exercise.wrongs().size()));
        return problems.isEmpty() ? 0 : 1;
    }
}
