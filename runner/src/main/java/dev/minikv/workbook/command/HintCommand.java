package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// Gives the hints of an exercise, one more each time.
@Command(name = "hint", description = "Give a hint, one more each time; the third comes after two failed checks.")
final class HintCommand extends Subcommand.OnExercise {

    private static final int LAST = 3;
    private static final int FAILED_RUNS_BEFORE_LAST = 2;

    @Override
    public Integer call() throws IOException {
        show(workbook, exercise());
        return 0;
    }

    static void show(WorkbookCommand workbook, Exercise exercise) throws IOException {
        Progress progress = workbook.progress();
        Screen screen = workbook.screen();
        int wanted = Math.min(progress.hintsTaken(exercise) + 1, LAST);
        boolean locked = wanted == LAST && progress.failedRuns(exercise) < FAILED_RUNS_BEFORE_LAST;
        int shown = locked ? LAST - 1 : wanted;
        List<String> hints = hints(exercise);
        for (int hint = 1; hint <= shown; hint++) {
            screen.print(
                    screen.bold("Hint %s of %s for %s: ".formatted(hint, LAST, exercise.id())) + hints.get(hint - 1));
            screen.print("");
        }
        if (locked) {
            screen.print("The last hint shows the shape of the code. It comes after two failed checks: try first.");
        }
        progress.noteHint(exercise, shown);
    }

    private static List<String> hints(Exercise exercise) throws IOException {
        String text = Files.readString(exercise.folder().resolve("hints.md"));
        return Stream.of(text.split("(?m)^## "))
                .map(String::strip)
                .filter(hint -> !hint.isEmpty())
                .toList();
    }
}
