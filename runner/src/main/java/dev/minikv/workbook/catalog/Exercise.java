package dev.minikv.workbook.catalog;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.step.Step;
import dev.minikv.workbook.words.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One exercise: its name, where it is, and what its author promises about it.
///
/// Paths are absolute. The proof verifies the promises (`starterFails`, `wrongs`).
///
/// @param id the step and the exercise's number in it, such as "1.2"; never reused
/// @param title its title for learners
/// @param minutes about how long it takes a learner
/// @param module the Maven module it lives in, such as step-01-inmemory/exercises
/// @param folder its folder in that module's catalog
/// @param files the names of the files that the learner edits
/// @param given the names of files beside them that the learner uses but does not edit; often none
/// @param testClass the simple name of its test class
/// @param tests the names of the test methods, in the order in which to read them
/// @param starterFails the tests that fail on the starter
/// @param judges whether the learner writes tests, which the exercise's own tests judge
/// @param rules the rules that its task states, in the task's order
/// @param wrongs plausible wrong solutions, which test the tests
/// @param equivalents why no test can notice a mutant of the solution, by the mutant's name, such as
///     "BucketStore.21.ConditionalsBoundary"
public record Exercise(
        String id,
        String title,
        int minutes,
        Path module,
        Path folder,
        List<String> files,
        List<String> given,
        String testClass,
        List<String> tests,
        List<String> starterFails,
        boolean judges,
        List<Rule> rules,
        List<Wrong> wrongs,
        Map<String, String> equivalents) {

    /// A rule that the tests hold a solution to.
    ///
    /// @param name its name in the wrong solutions that break it
    /// @param words its words in the task: a part of one bullet
    /// @param methods the methods that it is about, if there are several
    public record Rule(String name, String words, List<String> methods) {}

    /// A wrong solution.
    ///
    /// @param name its folder below wrong/
    /// @param killedBy the test that must be the first to fail on it
    /// @param breaks the rule that it breaks, and for which method, such as "one-entry of set"
    /// @param why the misconception that leads to it, in words for the learner
    public record Wrong(String name, String killedBy, String breaks, String why) {}

    /// Returns the number of its step, such as 1.
    public int step() {
        return Integer.parseInt(id.substring(0, id.indexOf('.')));
    }

    /// Returns its number within the step, such as 2.
    public int number() {
        return Integer.parseInt(id.substring(id.indexOf('.') + 1));
    }

    /// Returns its Java package, such as dev.minikv.step01.exercise2.
    public String packageName() {
        return "dev.minikv.step" + Step.twoDigits(step()) + ".exercise" + number();
    }

    /// Returns the folder of the files that the learner edits.
    public Path workspace() {
        return inPackage(module.resolve("src/main/java"));
    }

    /// Returns the folder of its tests.
    public Path testFolder() {
        return inPackage(module.resolve("src/test/java"));
    }

    /// Returns the classes of the step that it belongs to, compiled.
    public Path stepClasses() {
        return module.resolveSibling("target/classes");
    }

    /// Returns the files of its tests, including those in packages below its own.
    public List<Path> testFiles() throws IOException {
        return javaFilesIn(testFolder());
    }

    /// Returns the learner's files in a folder: the workspace, or a folder of the catalog.
    public List<Path> filesIn(Path place) {
        return files.stream().map(place::resolve).toList();
    }

    /// Returns these files and all other Java files beside or below them, such as a helper class that a
    /// learner has added.
    public List<Path> sourcesIn(Path place) throws IOException {
        var sources = new LinkedHashSet<>(filesIn(place));
        if (Files.isDirectory(place)) {
            sources.addAll(javaFilesIn(place));
        }
        return List.copyOf(sources);
    }

    /// Returns the files that the learner uses but does not edit. They exist only in the workspace.
    public List<Path> givenFiles() {
        return given.stream().map(workspace()::resolve).toList();
    }

    /// Returns the folder of the files as shipped.
    public Path starter() {
        return folder.resolve("starter");
    }

    /// Returns the folder of the reference solution.
    public Path solution() {
        return folder.resolve("solution");
    }

    /// Returns the folder of a wrong solution.
    public Path wrong(Wrong wrong) {
        return folder.resolve("wrong").resolve(wrong.name());
    }

    /// Returns one of the texts in its folder, such as exercise.md.
    public String text(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw lacks(file);
        }
        return TextFile.read(file);
    }

    /// Returns the exception for a missing file, with the command that restores it.
    public WorkbookException lacks(Path file) {
        boolean isTheLearners = filesIn(workspace()).contains(file);
        return new WorkbookException("exercise %s is missing a file: %s; %s"
                .formatted(
                        id,
                        file,
                        isTheLearners
                                ? "./workbook reset " + id + " restores it"
                                : "it belongs to the workbook, and git restore brings it back"));
    }

    private static List<Path> javaFilesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private Path inPackage(Path sourceRoot) {
        return sourceRoot.resolve(packageName().replace('.', '/'));
    }
}
