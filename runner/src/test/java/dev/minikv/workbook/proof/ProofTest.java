package dev.minikv.workbook.proof;

import static dev.minikv.workbook.WorkbookCopy.copyOver;
import static dev.minikv.workbook.WorkbookCopy.fileIn;
import static dev.minikv.workbook.WorkbookCopy.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.minikv.workbook.WorkbookCopy;
import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Checker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The proof bites: a sound exercise is broken in one way after the other.
class ProofTest {

    /// Warm from the second proof on. The exercise needs nothing of its step, so there are no classes.
    private static final Checker CHECKER = new Checker(Path.of("no-classes"));

    @TempDir
    private Path temporary;

    private WorkbookCopy copy;
    private Exercise exercise;

    @BeforeEach
    void copy_a_sound_exercise() throws IOException {
        copy = WorkbookCopy.in(temporary);
        exercise = copy.exercise();
    }

    @Test
    void a_sound_exercise_has_no_problems() throws IOException {
        assertThat(prove()).isEqualTo(new Proof(List.of(), 1, 1, 5));
    }

    /// Breaks an exercise.
    private interface Breaking {
        void of(WorkbookCopy copy, Exercise exercise) throws IOException;
    }

    /// A way to break an exercise, and what the proof has to say of it.
    ///
    /// @param problem one of the problems, where … stands for any text
    /// @param problems how many there are
    /// @param red the number of starters that are red all the same; so it is of solutions and wrong solutions
    private record Broken(
            String what, Breaking breaking, String problem, int problems, int red, int green, int killed) {

        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"starters", "solutions", "wrongs", "texts"})
    void it_reports(Broken broken) throws IOException {
        broken.breaking().of(copy, exercise);

        Proof proof = prove();

        String problem = Stream.of(("exercise 1.1, " + broken.problem()).split("…", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        assertThat(proof.problems())
                .hasSize(broken.problems())
                .anySatisfy(each -> assertThat(each).matches(Pattern.compile(problem, Pattern.DOTALL)));
        assertThat(List.of(proof.startersRed(), proof.solutionsGreen(), proof.wrongsKilled()))
                .as("starters red, solutions green, wrong solutions killed")
                .containsExactly(broken.red(), broken.green(), broken.killed());
    }

    static Stream<Broken> starters() {
        return Stream.of(
                starter(
                        "a starter that passes already",
                        (_, exercise) -> copyOver(exercise.solution(), exercise.starter()),
                        "starter: expected tests that fail, but got all 5 tests passing",
                        1),
                starter(
                        "a starter that fails fewer tests than promised",
                        (_, exercise) -> replace(
                                fileIn(exercise.starter()),
                                "entries.remove(key);\n        return Optional.empty()",
                                "return Optional.ofNullable(entries.remove(key))"),
                        "starter: expected failing […but got failing [a_key_that_was_never_set_is_absent,"
                                + " answers_come_from_what_was_stored, set_returns_what_it_replaced]",
                        2),
                starter(
                        "a starter that does not compile",
                        (_, exercise) ->
                                replace(fileIn(exercise.starter()), "entries.remove(key);", "entries.remove(key)"),
                        "starter: expected tests that fail, but got it does not compile: …OptionalStore.java…';'"
                                + " expected…",
                        1),
                starter(
                        "a starter that fails by an exception",
                        (_, exercise) -> replace(
                                fileIn(exercise.starter()), "entries.getOrDefault(key, \"\")", "entries.get(key)"),
                        "starter: expected a_key_that_was_never_set_is_absent failing in an assertion, but got"
                                + " java.lang.NullPointerException",
                        2),
                starter(
                        "a starter whose report is not the one in failure.txt",
                        (_, exercise) ->
                                replace(exercise.folder().resolve("failure.txt"), "1 of 5 pass", "2 of 5 pass"),
                        "failure text: expected \n✗ 1.1  a key that was never set is absent…2 of 5 pass\n, but got"
                                + " \n✗ 1.1…1 of 5 pass\n",
                        1));
    }

    private static Broken starter(String what, Breaking breaking, String problem, int problems) {
        return new Broken(what, breaking, problem, problems, 0, 1, 5);
    }

    static Stream<Broken> solutions() {
        return Stream.of(
                new Broken(
                        "a solution that fails",
                        (_, exercise) -> copyOver(exercise.folder().resolve("wrong/null-inside"), exercise.solution()),
                        "solution: expected no test failing, but got failing [a_key_that_was_never_set_is_absent]",
                        1,
                        1,
                        0,
                        5),
                new Broken(
                        "a solution that holds a todo",
                        (_, exercise) -> append(fileIn(exercise.solution()), "// TODO tidy up\n"),
                        "solution: expected a finished OptionalStore.java, but got a TODO in it",
                        1,
                        1,
                        0,
                        5));
    }

    static Stream<Broken> wrongs() {
        String promised = "wrong/hard-coded: expected failing answers_come_from_what_was_stored, but got ";
        return Stream.of(
                wrong(
                        "a wrong solution that survives",
                        (_, exercise) ->
                                copyOver(exercise.solution(), exercise.folder().resolve("wrong/hard-coded")),
                        promised + "all 5 tests passing"),
                wrong(
                        "a wrong solution that only another test kills",
                        (_, exercise) -> copyOver(
                                exercise.folder().resolve("wrong/null-inside"),
                                exercise.folder().resolve("wrong/hard-coded")),
                        promised + "failing [a_key_that_was_never_set_is_absent]"),
                wrong(
                        "a wrong solution that does not compile",
                        (_, exercise) -> append(fileIn(exercise.folder().resolve("wrong/hard-coded")), "}\n"),
                        promised + "it does not compile: …"));
    }

    private static Broken wrong(String what, Breaking breaking, String problem) {
        return new Broken(what, breaking, problem, 1, 1, 1, 4);
    }

    static Stream<Broken> texts() {
        return Stream.of(
                text(
                        "a test that kills nothing",
                        (copy, exercise) -> {
                            copy.addToTests("@Test void one_is_one() { assertThat(1).isEqualTo(1); }");
                            replace(
                                    properties(exercise),
                                    "answers_come_from_what_was_stored\n\nstarter.fails",
                                    "answers_come_from_what_was_stored, one_is_one\n\nstarter.fails");
                            replace(exercise.folder().resolve("failure.txt"), "1 of 5 pass", "2 of 6 pass");
                        },
                        "test one_is_one: expected failing on at least one wrong solution, but got it fails on none"),
                text(
                        "a test that the properties do not name",
                        (_, exercise) -> replace(properties(exercise), "  an_empty_value_is_a_value, \\\n", ""),
                        "exercise.properties, tests: expected […but got [a_key_that_was_never_set_is_absent,"
                                + " set_returns_what_it_replaced, delete_returns_what_it_removed,"
                                + " answers_come_from_what_was_stored]"),
                text(
                        "a missing hint",
                        (_, exercise) -> {
                            Path hints = exercise.folder().resolve("hints.md");
                            Files.writeString(
                                    hints, Files.readString(hints).replaceFirst("(?s)## The shape of the code.*", ""));
                        },
                        "hints.md: expected [## Where to look, ## Which rule, ## The shape of the code], but got"
                                + " [## Where to look, ## Which rule]"),
                text(
                        "a hint that gives the solution away",
                        (_, exercise) -> append(
                                exercise.folder().resolve("hints.md"),
                                "`return Optional.ofNullable(entries.get(key));`\n"),
                        "hints.md: expected no line of the solution, but got"
                                + " return Optional.ofNullable(entries.get(key));"));
    }

    private static Broken text(String what, Breaking breaking, String problem) {
        return new Broken(what, breaking, problem, 1, 1, 1, 5);
    }

    @Test
    void where_the_learner_writes_tests_it_wants_a_suite_of_each_bad_kind() throws IOException {
        append(properties(exercise), "\njudges = tests\n");
        String none = "exercise 1.1, wrong/: expected a suite of tests that is %s, but got none";
        assertThat(prove().problems())
                .containsExactly(none.formatted("lazy"), none.formatted("over-fitted"), none.formatted("always-red"));

        rename("null-inside", "lazy");
        rename("empty-means-absent", "over-fitted-to-order");
        rename("hard-coded", "always-red");

        assertThat(prove().problems()).isEmpty();
    }

    private void rename(String wrong, String name) throws IOException {
        Path folder = exercise.folder().resolve("wrong");
        Files.move(folder.resolve(wrong), folder.resolve(name));
        replace(properties(exercise), "wrong." + wrong, "wrong." + name);
    }

    @Test
    void an_entry_that_makes_no_sense_is_not_passed_over() throws IOException {
        append(properties(exercise), "\njudges = test\n");

        assertThatExceptionOfType(WorkbookException.class)
                .isThrownBy(this::prove)
                .withMessage(properties(exercise) + ": 'judges' can only be 'tests'");
    }

    @Test
    void given_files_are_part_of_every_variant() throws IOException {
        Files.writeString(
                exercise.workspace().resolve("Given.java"), "package dev.minikv.step01.exercise1;\n\nclass Given {}\n");
        copy.addToTests("private final Given given = new Given();");
        append(properties(exercise), "\ngiven = Given.java\n");

        assertThat(prove()).isEqualTo(new Proof(List.of(), 1, 1, 5));
    }

    @Test
    void what_the_tests_publish_is_part_of_the_failure_text() throws IOException {
        copy.addToTests(
                "@org.junit.jupiter.api.BeforeAll static void publish(org.junit.jupiter.api.TestReporter reporter) {"
                        + " reporter.publishEntry(\"a table\"); }");
        assertThat(prove().problems())
                .singleElement()
                .asString()
                .startsWith("exercise 1.1, failure text: ")
                .endsWith("  tests       1 of 5 pass\n\n  a table\n");

        append(exercise.folder().resolve("failure.txt"), "\n  a table\n");

        assertThat(prove().problems()).isEmpty();
    }

    private Proof prove() throws IOException {
        return Proof.of(copy.exercise(), WorkbookCopy.OF_STEP, CHECKER);
    }

    private static Path properties(Exercise exercise) {
        return exercise.folder().resolve("exercise.properties");
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
