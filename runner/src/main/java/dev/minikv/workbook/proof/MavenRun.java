package dev.minikv.workbook.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.catalog.Catalog;
import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Checker;
import dev.minikv.workbook.checker.Outcome;
import dev.minikv.workbook.checker.Report;
import dev.minikv.workbook.words.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What Maven runs in a module of exercises: the exercise that -Dexercise names, or the proof of them all
/// if it names none.
class MavenRun {

    private final Path module = Path.of("").toAbsolutePath();
    private final List<Exercise> exercises;

    MavenRun() throws IOException {
        exercises = Catalog.read(Catalog.rootOf(module)).exercises().stream()
                .filter(exercise -> exercise.module().equals(module))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> exercises() {
        assertThat(exercises).as("the exercises in %s", module).isNotEmpty();
        var checker = new Checker(exercises.getFirst().stepClasses());
        String id = System.getProperty("exercise", "");
        return id.isEmpty()
                ? proofs(checker)
                : Stream.of(DynamicTest.dynamicTest("exercise " + id, () -> runOne(id, checker)));
    }

    private void runOne(String id, Checker checker) throws IOException {
        Exercise exercise = exercises.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Unsolved("there is no exercise %s here: the exercises are %s"
                        .formatted(id, exercises.stream().map(Exercise::id).toList())));
        Outcome outcome;
        try {
            outcome = checker.run(exercise, exercise.workspace());
        } catch (IOException | WorkbookException e) {
            throw new Unsolved(Failures.sentence(e));
        }
        System.out.println();
        Report.of(exercise, exercises.size(), outcome).forEach(System.out::println);
        System.out.println();
        if (!(outcome instanceof Outcome.Solved)) {
            throw new Unsolved("exercise " + id + " is not solved yet: the report above says why");
        }
    }

    private Stream<DynamicTest> proofs(Checker checker) {
        var proofs = new ArrayList<Proof>();
        Stream<DynamicTest> each = exercises.stream()
                .map(exercise -> DynamicTest.dynamicTest(exercise.id() + " " + exercise.title() + ": is proven", () -> {
                    Proof proof = Proof.of(exercise, exercises.size(), checker);
                    proofs.add(proof);
                    assertThat(proof.problems()).isEmpty();
                }));
        return Stream.of(
                        each,
                        Stream.of(DynamicTest.dynamicTest("every exercise was counted", () -> count(proofs))),
                        workspaces())
                .flatMap(tests -> tests);
    }

    private void count(List<Proof> proofs) {
        int red = proofs.stream().mapToInt(Proof::startersRed).sum();
        int green = proofs.stream().mapToInt(Proof::solutionsGreen).sum();
        int killed = proofs.stream().mapToInt(Proof::wrongsKilled).sum();
        int wrongs = exercises.stream()
                .mapToInt(exercise -> exercise.wrongs().size())
                .sum();
        System.out.printf(
                "%s exercises: %s starters red, %s solutions green, %s of %s wrong solutions killed%n",
                exercises.size(), red, green, killed, wrongs);
        assertThat(List.of(red, green, killed))
                .as("starters red, solutions green, wrong solutions killed")
                .isEqualTo(List.of(exercises.size(), exercises.size(), wrongs));
    }

    /// The committed files are what learners start from; on a learner's own machine they may be solved.
    private Stream<DynamicTest> workspaces() {
        if (!"true".equals(System.getenv("CI"))) {
            return Stream.empty();
        }
        return exercises.stream()
                .map(exercise -> DynamicTest.dynamicTest(
                        exercise.id() + " " + exercise.title() + ": is committed unsolved",
                        () -> assertThat(contents(exercise, exercise.workspace()))
                                .as("the files in %s", exercise.workspace())
                                .isEqualTo(contents(exercise, exercise.starter()))));
    }

    private static List<String> contents(Exercise exercise, Path place) throws IOException {
        var contents = new ArrayList<String>();
        for (Path file : exercise.filesIn(place)) {
            contents.add(Files.readString(file));
        }
        return contents;
    }

    /// Fails a run in one line: a stack trace would tell a learner nothing.
    private static final class Unsolved extends AssertionError {

        private static final long serialVersionUID = 1;

        Unsolved(String message) {
            super(message);
            setStackTrace(new StackTraceElement[0]);
        }
    }
}
