package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// A command of `./workbook`: it can use what all of them share, and complain of its arguments.
abstract class Subcommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @ParentCommand
    WorkbookCommand workbook;

    /// A command on one exercise: the one with the id that was typed, or the first that is open.
    abstract static class OnExercise extends Subcommand {

        @Parameters(arity = "0..1", paramLabel = "<id>", description = "An exercise; otherwise the first that is open.")
        private String id;

        Exercise exercise() {
            return workbook.exercise(spec, id);
        }
    }
}
