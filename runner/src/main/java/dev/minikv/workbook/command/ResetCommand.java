package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Restores the starter of an exercise, and keeps a backup of what the learner wrote.
@Command(name = "reset", description = "Start an exercise over; asks first, and keeps a backup of what you wrote.")
final class ResetCommand extends Subcommand.OnExercise {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss-SSS");

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        Exercise exercise = exercise();
        if (!yes && !screen().isTerminal()) {
            throw misuse("Resetting %s %s needs a confirmation, and there is no terminal to ask on: add --yes."
                    .formatted(exercise.id(), exercise.title()));
        }
        if (!yes && !screen().confirms(question(exercise))) {
            print("Nothing was changed.");
            return WorkbookCommand.FAILED;
        }
        print(reset(workbook, exercise));
        return 0;
    }

    static String question(Exercise exercise) {
        return "Reset %s %s? What you wrote is kept as a backup.".formatted(exercise.id(), exercise.title());
    }

    /// Restores an exercise, and returns a sentence about it.
    static String reset(WorkbookCommand workbook, Exercise exercise) throws IOException {
        for (Path file : exercise.filesIn(exercise.starter())) {
            if (!Files.exists(file)) {
                throw exercise.lacks(file); // before anything is changed
            }
        }
        Path backup = workbook.catalog()
                .root()
                .resolve(".workbook/backup")
                .resolve(exercise.id())
                .resolve(LocalDateTime.now().format(NAME));
        List<Path> mine = exercise.filesIn(exercise.workspace()).stream()
                .filter(Files::exists)
                .toList();
        for (Path file : mine) {
            Files.createDirectories(backup);
            Files.copy(file, backup.resolve(file.getFileName()));
        }
        Files.createDirectories(exercise.workspace());
        for (Path file : exercise.filesIn(exercise.starter())) {
            Files.copy(file, exercise.workspace().resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        workbook.progress().note(exercise, Progress.State.OPEN);
        String kept = mine.isEmpty()
                ? "there was nothing of yours to keep"
                : "your files are in " + workbook.shortened(backup);
        return exercise.id() + " is reset; " + kept;
    }
}
