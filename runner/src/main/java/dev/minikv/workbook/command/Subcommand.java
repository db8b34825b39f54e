package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.step.FileName;
import dev.minikv.workbook.step.Step;
import dev.minikv.workbook.words.Near;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// A command of `./workbook`: it can use what all of them share, and complain of its arguments.
abstract class Subcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    WorkbookCommand workbook;

    /// A command on one exercise: the one with the id that was typed, or the first that is open.
    abstract static class OnExercise extends Subcommand {

        @Parameters(arity = "0..1", paramLabel = "<id>", description = "An exercise; otherwise the first that is open.")
        String id;

        Exercise exercise() {
            return exercise(id);
        }
    }

    Screen screen() {
        return workbook.screen();
    }

    void print(String line) {
        screen().print(line);
    }

    Path root() {
        return workbook.catalog().root();
    }

    /// Returns the exercise with an id, or the current one where no id was given.
    ///
    /// @throws ParameterException if there is none
    Exercise exercise(String id) {
        return id == null
                ? workbook.current().orElseThrow(() -> misuse("Every exercise is solved: say which one you mean."))
                : workbook.catalog().find(id).orElseThrow(() -> misuse("There is no exercise '" + id + "'."));
    }

    /// Returns the step with a number.
    ///
    /// @throws ParameterException if there is none
    Step step(int number) {
        return workbook.catalog().step(number).orElseThrow(() -> {
            List<String> numbers = workbook.catalog().steps().stream()
                    .map(step -> "" + step.number())
                    .toList();
            return misuse("There is no step '" + number + "', only " + Near.and(numbers) + ".");
        });
    }

    /// Returns the files that somebody means who has typed these names, or all where none was typed.
    ///
    /// @param names of the files that there are
    /// @param place where they are, in words
    /// @throws ParameterException if one of the names is that of no file
    Collection<FileName> filesMeant(List<String> typed, Collection<FileName> names, String place) {
        var meant = new TreeSet<FileName>();
        for (String each : typed) {
            List<FileName> found =
                    names.stream().filter(name -> name.isMeantBy(each)).toList();
            if (found.isEmpty()) {
                var known = names.stream().flatMap(name -> Stream.of(name.simple(), name.text()));
                throw misuse("There is no file '" + each + "' in " + place + "." + Near.question(each, known.toList()));
            }
            meant.addAll(found);
        }
        return typed.isEmpty() ? names : meant;
    }

    ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
