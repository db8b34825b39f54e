package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Command;

/// Puts an exercise back to how it was shipped, and keeps what the learner had written.
@Command(name = "reset", description = "Start an exercise again; what you wrote is kept as a backup.")
final class ResetCommand extends Subcommand.OnExercise {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss-SSS");

    @Override
    public Integer call() throws IOException {
        Exercise exercise = exercise();
        Path backup = root().resolve(".workbook/backup")
                .resolve(exercise.id())
                .resolve(LocalDateTime.now().format(NAME));
        Files.createDirectories(backup);
        for (String file : exercise.files()) {
            Path mine = exercise.workspace().resolve(file);
            if (Files.exists(mine)) {
                Files.copy(mine, backup.resolve(file));
            }
            Files.copy(exercise.starter().resolve(file), mine, StandardCopyOption.REPLACE_EXISTING);
        }
        workbook.progress().note(exercise, Progress.State.OPEN);
        print(exercise.id() + " is as it was shipped; your files are in " + workbook.shortened(backup));
        return 0;
    }
}
