package dev.minikv.workbook.command;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// Shows the hints of an exercise, one more each time.
@Command(
        name = "hint",
        description = "Show the hints, one more each time; the third comes after two failed checks of different"
                + " solutions.")
final class HintCommand extends Subcommand.OnExercise {

    private static final int LAST = 3;
    private static final int FAILED_RUNS_BEFORE_LAST = 2;

    @Override
    public Integer call() throws IOException {
        Exercise exercise = exercise();
        Progress progress = workbook.progress();
        int wanted = Math.min(progress.hintsTaken(exercise) + 1, LAST);
        boolean locked = wanted == LAST && progress.failedRuns(exercise) < FAILED_RUNS_BEFORE_LAST;
        int shown = locked ? LAST - 1 : wanted;
        List<String> hints = hints(exercise);
        for (int hint = 1; hint <= shown; hint++) {
            String head = "Hint %s of %s for %s: ".formatted(hint, LAST, exercise.id());
            print(screen().bold(head) + hints.get(hint - 1));
            print("");
        }
        if (locked) {
            print("The last hint shows the shape of the code. It comes after two failed checks of different"
                    + " solutions: try first.");
        }
        progress.noteHint(exercise, shown);
        return 0;
    }

    private static List<String> hints(Exercise exercise) throws IOException {
        List<String> hints = Stream.of(exercise.text("hints.md").split("(?m)^## "))
                .map(String::strip)
                .filter(hint -> !hint.isEmpty())
                .toList();
        if (hints.size() < LAST) {
            throw new WorkbookException(
                    "there must be three hints in " + exercise.folder().resolve("hints.md"));
        }
        return hints;
    }
}
