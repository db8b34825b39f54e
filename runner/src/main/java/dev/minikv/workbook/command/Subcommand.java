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
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// A command of `./workbook`, with what all commands share, and a way to reject arguments.
abstract class Subcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    WorkbookCommand workbook;

    /// A command on one exercise: the exercise with the id that was typed, or the first open one.
    abstract static class OnExercise extends Subcommand {

        @Parameters(arity = "0..1", paramLabel = "<id>", description = "An exercise; by default the first open one.")
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

    /// Returns the exercise with an id, or the current one if no id was given.
    ///
    /// @throws ParameterException if there is none
    Exercise exercise(String id) {
        return id == null
                ? workbook.current().orElseThrow(() -> misuse("Every exercise is solved: name the one you mean."))
                : workbook.catalog().find(id).orElseThrow(() -> misuse(noExercise(id)));
    }

    private String noExercise(String id) {
        String missing = "There is no exercise '" + id + "'.";
        String near = Near.number(id);
        if (workbook.catalog().find(near).isPresent()) {
            return missing + " Did you mean " + near + "?";
        }
        List<Exercise> ofStep = workbook.catalog().exercises().stream()
                .filter(exercise -> near.equals("" + exercise.step()) || near.startsWith(exercise.step() + "."))
                .toList();
        if (ofStep.isEmpty()) {
            return missing + " An id is a step and a number, such as 1.2; ./workbook list shows them all.";
        }
        return missing + " Step " + ofStep.getFirst().step() + " has "
                + Near.and(ofStep.stream().map(Exercise::id).toList()) + ".";
    }

    /// Returns the step with a number, as it was typed.
    ///
    /// @throws ParameterException if there is none
    Step step(String typed) {
        List<Step> steps = workbook.catalog().steps();
        return steps.stream()
                .filter(step -> typed.equals("" + step.number()))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> numbers =
                            steps.stream().map(step -> "" + step.number()).toList();
                    String near = Near.number(typed);
                    return misuse("There is no step '" + typed + "': the steps are " + Near.and(numbers) + "."
                            + (numbers.contains(near) ? " Did you mean " + near + "?" : ""));
                });
    }

    /// Returns the files with the names that were typed, or all files if none was typed.
    ///
    /// @param names the names of all files
    /// @param place where they are, in words
    /// @throws ParameterException if no file has one of the names
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

    /// Returns a sentence about what is wrong with arguments: the option parser's own sentences are in its
    /// own terms.
    static String sentence(ParameterException misuse) {
        CommandSpec command = misuse.getCommandLine().getCommandSpec();
        return switch (misuse) {
            case UnmatchedArgumentException unmatched -> {
                String first = unmatched.getUnmatched().getFirst();
                String takes = Near.and(command.positionalParameters().stream()
                        .map(ArgSpec::paramLabel)
                        .toList());
                yield first.startsWith("-")
                        ? command.name() + " has no option '" + first + "'."
                        : command.parent() == null
                                ? "There is no command '" + first + "'."
                                : command.name() + " takes " + (takes.isEmpty() ? "no arguments" : "only " + takes)
                                        + ": '" + first + "' is one too many.";
            }
            case MissingParameterException missing
            when missing.getMissing().getFirst() instanceof OptionSpec option ->
                option.longestName() + " needs a value.";
            case MissingParameterException missing ->
                command.name() + " needs "
                        + Near.and(command.positionalParameters().stream()
                                .filter(ArgSpec::required)
                                .map(ArgSpec::paramLabel)
                                .toList())
                        + ": " + missing.getMissing().getFirst().paramLabel() + " is missing.";
            default -> misuse.getMessage();
        };
    }
}
