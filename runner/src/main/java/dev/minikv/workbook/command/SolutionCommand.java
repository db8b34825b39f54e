package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Puts the reference solution beside the learner's files.
@Command(
        name = "solution",
        description = "Put the reference solution beside your file. Before you have solved the exercise"
                + " it then counts as seen, not as done.")
final class SolutionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private WorkbookCommand workbook;

    @Parameters(arity = "0..1", paramLabel = "<id>", description = "An exercise; otherwise the first that is open.")
    private String id;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        Exercise exercise = workbook.exercise(spec, id);
        Screen screen = workbook.screen();
        if (workbook.progress().state(exercise) == Progress.State.OPEN) {
            String warning = exercise.id() + " is not solved yet, and will count as seen, not as done.";
            if (!yes && !screen.confirms(warning + " Show it?")) {
                screen.err()
                        .println(warning + " Nothing was written; to see it all the same: ./workbook solution "
                                + exercise.id() + " --yes");
                return WorkbookCommand.NOT_SOLVED;
            }
            workbook.progress().noteSolutionSeen(exercise);
        }
        for (String file : exercise.files()) {
            Path beside = exercise.workspace().resolve(file + ".solution"); // no .java: it must not be compiled
            Files.copy(exercise.solution().resolve(file), beside, StandardCopyOption.REPLACE_EXISTING);
            screen.print("written: " + workbook.relative(beside));
        }
        return 0;
    }
}
