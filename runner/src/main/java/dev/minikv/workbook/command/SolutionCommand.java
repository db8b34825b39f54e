package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Puts the reference solution beside the learner's files.
@Command(
        name = "solution",
        description = "Put the reference solution beside your file. If you have not solved the exercise"
                + " yet, it then counts as seen, not as done.")
final class SolutionCommand extends Subcommand.OnExercise {

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        Exercise exercise = exercise();
        Screen screen = screen();
        if (workbook.progress().state(exercise) == Progress.State.OPEN) {
            String warning = exercise.id() + " is not solved yet, and will count as seen, not as done.";
            if (!yes && !screen.confirms(warning + " Show it?")) {
                screen.err()
                        .println(warning + " Nothing was written; to see it anyway: ./workbook solution "
                                + exercise.id() + " --yes");
                return WorkbookCommand.NOT_SOLVED;
            }
        }
        for (Path file : exercise.filesIn(exercise.solution())) {
            if (!Files.exists(file)) {
                throw exercise.lacks(file);
            }
        }
        for (String file : exercise.files()) {
            Path beside = exercise.workspace().resolve(file + ".solution"); // no .java: it must not be compiled
            Files.copy(exercise.solution().resolve(file), beside, StandardCopyOption.REPLACE_EXISTING);
            screen.print("written: " + workbook.shortened(beside));
        }
        if (workbook.progress().state(exercise) == Progress.State.OPEN) {
            workbook.progress().note(exercise, Progress.State.SEEN);
        }
        return 0;
    }
}
