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
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The proof bites: a sound exercise is broken in one way after another.
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

    @Test
    void what_runs_out_of_time_on_a_busy_machine_is_run_once_more() throws IOException {
        replace(
                fileIn(exercise.solution()),
                "get(String key) {",
                "get(String key) { if (System.setProperty(\"busy\", \"\") == null)"
                        + " java.util.concurrent.locks.LockSupport.parkNanos(60_000_000_000L);");
        try {
            assertThat(prove()).isEqualTo(new Proof(List.of(), 1, 1, 5));
            assertThat(System.getProperty("busy")).as("it was busy").isEmpty();
        } finally {
            System.clearProperty("busy");
        }
    }

    @Test
    void a_starter_that_already_passes() throws IOException {
        copyOver(exercise.solution(), exercise.starter());

        assertFound("starter: expected tests that fail, but got all 5 tests passing");
    }

    @Test
    void a_starter_that_fails_fewer_tests_than_promised() throws IOException {
        replace(
                fileIn(exercise.starter()),
                "entries.remove(key);\n        return Optional.empty()",
                "return Optional.ofNullable(entries.remove(key))");

        assertFound(
                "starter: expected failing […but got failing [a_key_that_was_never_set_is_absent,"
                        + " set_returns_what_it_replaced, answers_come_from_what_was_stored]",
                "failure text: …");
    }

    @Test
    void a_starter_that_does_not_compile() throws IOException {
        replace(fileIn(exercise.starter()), "entries.remove(key);", "entries.remove(key)");

        assertFound(
                "starter: expected tests that fail, but got it does not compile: …OptionalStore.java…';' expected…");
    }

    @Test
    void a_starter_that_fails_with_an_exception() throws IOException {
        replace(fileIn(exercise.starter()), "entries.getOrDefault(key, \"\")", "entries.get(key)");

        assertFound(
                "starter: expected a_key_that_was_never_set_is_absent failing in an assertion, but got"
                        + " java.lang.NullPointerException",
                "failure text: …");
    }

    @Test
    void a_starter_whose_report_is_not_the_one_in_failure_txt() throws IOException {
        replace(exercise.folder().resolve("failure.txt"), "1 of 5 pass", "2 of 5 pass");

        assertFound("failure text: expected \n✗ 1.1  a key that was never set is absent…2 of 5 pass\n, but got"
                + " \n✗ 1.1…1 of 5 pass\n");
    }

    @Test
    void a_solution_that_fails() throws IOException {
        copyOver(wrong("null-inside"), exercise.solution());

        assertFound("solution: expected no test failing, but got failing [a_key_that_was_never_set_is_absent]");
    }

    @Test
    void a_solution_with_a_todo_in_it() throws IOException {
        append(fileIn(exercise.solution()), "// TODO tidy up\n");

        assertFound("solution: expected a finished OptionalStore.java, but got a TODO in it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    solution          |     | all 5 tests passing
                    wrong/null-inside |     | failing [a_key_that_was_never_set_is_absent]
                    wrong/hard-coded  | '}' | it does not compile: …
                    """)
    void a_wrong_solution_that_its_test_does_not_kill(String file, String more, String got) throws IOException {
        copyOver(exercise.folder().resolve(file), wrong("hard-coded"));
        append(fileIn(wrong("hard-coded")), Objects.toString(more, ""));

        assertFound("wrong/hard-coded: expected failing first answers_come_from_what_was_stored, but got " + got);
    }

    @Test
    void a_test_that_kills_nothing() throws IOException {
        copy.addToTests("@Test void one_is_one() { assertThat(1).isEqualTo(1); }");
        String last = "answers_come_from_what_was_stored";
        replace(properties(exercise), last + "\n\nstarter.fails", last + ", one_is_one\n\nstarter.fails");
        replace(exercise.folder().resolve("failure.txt"), "1 of 5 pass", "2 of 6 pass");

        assertFound("test one_is_one: expected failing on at least one wrong solution, but got it fails on none");
    }

    @Test
    void a_test_that_the_properties_do_not_name() throws IOException {
        replace(properties(exercise), "  an_empty_value_is_a_value, \\\n", "");

        assertFound("exercise.properties, tests: expected […but got [a_key_that_was_never_set_is_absent,"
                + " set_returns_what_it_replaced, delete_returns_what_it_removed,"
                + " answers_come_from_what_was_stored]");
    }

    @Test
    void a_task_with_a_different_number_of_minutes() throws IOException {
        replace(exercise.folder().resolve("exercise.md"), "About 10 minutes", "About 25 minutes");

        assertFound("exercise.md: expected About 10 minutes, but got another number");
    }

    @Test
    void a_task_that_names_no_section_to_read_first() throws IOException {
        replace(exercise.folder().resolve("exercise.md"), "step-01-inmemory.md#absence", "step-01-inmemory.md");

        assertFound("exercise.md, line 3: expected 'Read first: ' and links to sections of a chapter, but got"
                + " 'Read first: [Absence](../../../../docs/step-01-inmemory.md)'");
    }

    @Test
    void a_missing_hint() throws IOException {
        Path hints = exercise.folder().resolve("hints.md");
        Files.writeString(hints, Files.readString(hints).replaceFirst("(?s)## The shape of the code.*", ""));

        assertFound("hints.md: expected [## Where to look, ## Which rule, ## The shape of the code], but got"
                + " [## Where to look, ## Which rule]");
    }

    @Test
    void a_hint_that_gives_the_solution_away() throws IOException {
        String line = "return Optional.ofNullable(entries.get(key));";
        append(exercise.folder().resolve("hints.md"), "`" + line + "`\n");

        assertFound("hints.md: expected no line of the solution, but got " + line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rules = absent, before | rules = absent | rules: expected a name for the rule '`set` and `delete` return the value that was there before, whatever it was.', but got none;wrong.answers-with-the-new-value.breaks: expected a rule of the task, but got before of set;wrong.forgets-what-it-removed.breaks: expected a rule of the task, but got before of delete;wrong.hard-coded.breaks: expected a rule of the task, but got before
                    return the value that was | return what was | rule.before: expected words of one rule of the task, but got words of 0;rules: expected a name for the rule …
                    rule.before = return the value that was there before | rule.before = value | rule.before: expected words of one rule of the task, but got words of 2
                    rule.before = return the value that was there before | rule.before = no test holds | rule.before: expected words of one rule of the task, but got words of 0;rules: expected a name for …
                    empty-means-absent.breaks = absent | empty-means-absent.breaks = before | rule.absent: expected 2 wrong solutions that break it, or more, but got 1
                    breaks = before of delete | breaks = before of set | rule.before: expected a wrong solution that breaks it in delete, but got none
                    before of delete | before of get | rule.before: expected a wrong solution that breaks it in delete, but got none;wrong.forgets-what-it-removed.breaks: expected a rule of the task, but got before of get
                    """)
    void a_rule_that_is_not_enforced(String entry, String broken, String problems) throws IOException {
        replace(properties(exercise), entry, broken);

        assertFound(Stream.of(problems.split(";"))
                .map(problem -> "exercise.properties, " + problem)
                .toArray(String[]::new));
    }

    @Test
    void a_wrong_solution_on_which_another_test_fails_first() throws IOException {
        replace(
                properties(exercise),
                "wrong.null-inside = a_key_that_was_never_set_is_absent",
                "wrong.null-inside = set_returns_what_it_replaced");

        assertFound(
                "wrong/null-inside: expected failing first set_returns_what_it_replaced, but got failing"
                        + " [a_key_that_was_never_set_is_absent]",
                "test a_key_that_was_never_set_is_absent: expected failing on at least one wrong solution, but got …");
    }

    /// Proves the exercise, and compares the problems; the count of what is broken is one less.
    ///
    /// @param problems all expected problems, where … stands for any text
    private void assertFound(String... problems) throws IOException {
        Proof proof = prove();

        assertThat(proof.problems()).hasSameSizeAs(problems);
        for (int index = 0; index < problems.length; index++) {
            String problem = Stream.of(("exercise 1.1, " + problems[index]).split("…", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            assertThat(proof.problems().get(index)).matches(Pattern.compile(problem, Pattern.DOTALL));
        }
        assertThat(List.of(proof.startersRed(), proof.solutionsGreen(), proof.wrongsKilled()))
                .as("starters red, solutions green, wrong solutions killed")
                .containsExactly(
                        problems[0].matches("(?s)(starter|failure text): .*") ? 0 : 1,
                        problems[0].startsWith("solution: ") ? 0 : 1,
                        problems[0].startsWith("wrong/") ? 4 : 5);
    }

    @Test
    void where_the_learner_writes_tests_a_suite_of_each_bad_kind_is_needed() throws IOException {
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
        Files.move(wrong(wrong), wrong(name));
        replace(properties(exercise), "wrong." + wrong, "wrong." + name);
    }

    @Test
    void an_entry_with_an_invalid_value_is_not_ignored() throws IOException {
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

    private Proof prove() throws IOException {
        return Proof.of(copy.exercise(), WorkbookCopy.OF_STEP, CHECKER);
    }

    private Path wrong(String name) {
        return exercise.folder().resolve("wrong").resolve(name);
    }

    private static Path properties(Exercise exercise) {
        return exercise.folder().resolve("exercise.properties");
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
