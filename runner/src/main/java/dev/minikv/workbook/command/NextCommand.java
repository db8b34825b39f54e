package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows the task of an exercise, without the answer that is folded in it.
@Command(name = "next", description = "Show the next exercise, or another: what to do, and in which file.")
final class NextCommand extends Subcommand {

    @Parameters(arity = "0..1", paramLabel = "<id>", description = "An exercise; otherwise the first that is open.")
    private String id;

    @Override
    public Integer call() throws IOException {
        Screen screen = workbook.screen();
        boolean nothingIsOpen =
                workbook.progress().current(workbook.catalog().exercises()).isEmpty();
        if (id == null && nothingIsOpen) {
            screen.print("Nothing is left to solve. ./workbook list shows it all.");
            return 0;
        }
        Exercise exercise = workbook.exercise(spec, id);
        String task = Files.readString(exercise.folder().resolve("exercise.md"));
        int answer = task.indexOf("<details>"); // stays folded: it is in the file, for afterwards
        screen.print(task.substring(0, answer == -1 ? task.length() : answer).strip());
        screen.print("");
        screen.print(screen.bold("Edit"));
        for (Path file : exercise.filesIn(exercise.workspace())) {
            screen.print("  " + workbook.relative(file));
        }
        screen.print(screen.bold("Read"));
        for (Path file : exercise.givenFiles()) {
            screen.print("  " + workbook.relative(file));
        }
        screen.print("  " + workbook.relative(exercise.testFolder().resolve(exercise.testClass() + ".java")));
        screen.print("  " + workbook.relative(exercise.folder().resolve("exercise.md")) + " (with the answer)");
        screen.print("");
        screen.print("Then run ./workbook check " + exercise.id() + ", or leave ./workbook watch " + exercise.id()
                + " running while you edit.");
        return 0;
    }
}
