package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome;
import java.io.IOException;
import picocli.CommandLine.Command;

/// Shows what the tests are for: runs them on wrong solutions, and says what each gets wrong.
@Command(name = "why", description = "Show what the tests catch: run them on known wrong solutions.")
final class WhyCommand extends Subcommand.OnExercise {

    private static final String REPORT = ": please report this as a bug of the workbook";

    @Override
    public Integer call() throws IOException {
        Exercise exercise = exercise();
        for (Exercise.Wrong wrong : exercise.wrongs()) {
            Outcome outcome = workbook.checker(exercise).run(exercise, exercise.wrong(wrong));
            print(screen().bold("A solution that " + wrong.why()));
            print("  " + inWords(wrong, outcome));
            print("");
        }
        return 0;
    }

    private static String inWords(Exercise.Wrong wrong, Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotSolved notSolved ->
                "is caught by: " + catcher(wrong, notSolved).replace('_', ' ');
            case Outcome.Solved _ -> "is not caught" + REPORT;
            case Outcome.DoesNotCompile _ -> "does not compile" + REPORT;
        };
    }

    /// Returns the test that was written for this mistake, or the first that caught it.
    private static String catcher(Exercise.Wrong wrong, Outcome.NotSolved outcome) {
        return outcome.failures().stream()
                .map(Outcome.Failure::test)
                .filter(wrong.killedBy()::equals)
                .findFirst()
                .orElse(outcome.failures().getFirst().test());
    }
}
