package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Shows what the tests are for: runs them on wrong solutions, and says what each gets wrong.
@Command(name = "why", description = "Show what the tests catch: run them on known wrong solutions.")
final class WhyCommand implements Callable<Integer> {

    private static final String REPORT = ": please report this as a fault of the workbook";

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private WorkbookCommand workbook;

    @Parameters(arity = "0..1", paramLabel = "<id>", description = "An exercise; otherwise the first that is open.")
    private String id;

    @Override
    public Integer call() throws IOException {
        show(workbook, workbook.exercise(spec, id));
        return 0;
    }

    static void show(WorkbookCommand workbook, Exercise exercise) throws IOException {
        Screen screen = workbook.screen();
        for (Exercise.Wrong wrong : exercise.wrongs()) {
            Outcome verdict = workbook.checker(exercise).run(exercise, exercise.wrong(wrong));
            screen.print(screen.bold("A solution that " + wrong.why()));
            screen.print("  " + outcome(wrong, verdict));
            screen.print("");
        }
    }

    private static String outcome(Exercise.Wrong wrong, Outcome verdict) {
        return switch (verdict) {
            case Outcome.NotSolved notSolved ->
                "is caught by: " + catcher(wrong, notSolved).replace('_', ' ');
            case Outcome.Solved solved -> "is not caught" + REPORT;
            case Outcome.DoesNotCompile broken -> "does not compile" + REPORT;
        };
    }

    /// Returns the test that was written for this mistake, or the first that caught it.
    private static String catcher(Exercise.Wrong wrong, Outcome.NotSolved verdict) {
        return verdict.failures().stream()
                .map(Outcome.Failure::test)
                .filter(wrong.killedBy()::equals)
                .findFirst()
                .orElse(verdict.failures().getFirst().test());
    }
}
