package dev.minikv.workbook.proof;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The proof bites: each test but the first breaks a sound exercise in one way.
@DisplayNameGeneration(ReplaceUnderscores.class) // a properties file would also rule the exercise's own tests
class ProofTest {

    /// Warm from the second proof on. The exercise needs nothing of its step, so there are no classes.
    private static final Checker ENGINE = new Checker(Path.of("no-classes"));

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
        Proof proof = prove();

        assertThat(proof.problems()).isEmpty();
        assertThat(proof.startersRed()).isEqualTo(1);
        assertThat(proof.solutionsGreen()).isEqualTo(1);
        assertThat(proof.wrongsKilled()).isEqualTo(5);
    }

    @Nested
    class It_reports_a_starter {

        @Test
        void that_passes_already() throws IOException {
            WorkbookCopy.copyOver(exercise.solution(), exercise.starter());

            Proof proof = prove();

            assertThat(proof.problems())
                    .containsExactly("exercise 1.1, starter: expected tests that fail, but got all 5 tests passing");
            assertThat(proof.startersRed()).isZero();
        }

        @Test
        void that_fails_fewer_tests_than_promised() throws IOException {
            replaceInStarter(
                    "entries.remove(key);\n        return Optional.empty()",
                    "return Optional.ofNullable(entries.remove(key))");

            Proof proof = prove();

            assertThat(proof.problems())
                    .anySatisfy(problem -> assertThat(problem)
                            .startsWith("exercise 1.1, starter: expected failing [")
                            .endsWith("but got failing [a_key_that_was_never_set_is_absent, "
                                    + "answers_come_from_what_was_stored, set_returns_what_it_replaced]"));
            assertThat(proof.startersRed()).isZero();
        }

        @Test
        void that_does_not_compile() throws IOException {
            replaceInStarter("entries.remove(key);", "entries.remove(key)");

            Proof proof = prove();

            assertThat(proof.problems())
                    .singleElement()
                    .asString()
                    .startsWith("exercise 1.1, starter: expected tests that fail, but got it does not compile: ")
                    .contains("OptionalStore.java", "';' expected");
            assertThat(proof.startersRed()).isZero();
        }

        @Test
        void that_fails_by_an_exception() throws IOException {
            replaceInStarter("entries.getOrDefault(key, \"\")", "entries.get(key)");

            Proof proof = prove();

            assertThat(proof.problems())
                    .contains("exercise 1.1, starter: expected a_key_that_was_never_set_is_absent failing in an "
                            + "assertion, but got java.lang.NullPointerException");
            assertThat(proof.startersRed()).isZero();
        }

        @Test
        void whose_report_is_not_the_one_in_failure_txt() throws IOException {
            WorkbookCopy.replace(exercise.folder().resolve("failure.txt"), "1 of 5 pass", "2 of 5 pass");

            Proof proof = prove();

            assertThat(proof.problems())
                    .singleElement()
                    .asString()
                    .startsWith("exercise 1.1, failure text: expected \n✗ 1.1  a key that was never set is absent")
                    .contains("2 of 5 pass\n, but got \n✗ 1.1")
                    .endsWith("1 of 5 pass\n");
            assertThat(proof.startersRed()).isZero();
        }

        private void replaceInStarter(String old, String replacement) throws IOException {
            WorkbookCopy.replace(WorkbookCopy.fileIn(exercise.starter()), old, replacement);
        }
    }

    @Nested
    class It_reports_a_solution {

        @Test
        void that_fails() throws IOException {
            WorkbookCopy.copyOver(exercise.folder().resolve("wrong/null-inside"), exercise.solution());

            Proof proof = prove();

            assertThat(proof.problems())
                    .containsExactly("exercise 1.1, solution: expected no test failing, "
                            + "but got failing [a_key_that_was_never_set_is_absent]");
            assertThat(proof.solutionsGreen()).isZero();
        }

        @Test
        void that_holds_a_todo() throws IOException {
            append(WorkbookCopy.fileIn(exercise.solution()), "// TODO tidy up\n");

            Proof proof = prove();

            assertThat(proof.problems())
                    .containsExactly(
                            "exercise 1.1, solution: expected a finished OptionalStore.java, but got a TODO in it");
            assertThat(proof.solutionsGreen()).isZero();
        }
    }

    @Nested
    class It_reports_a_wrong_solution {

        @Test
        void that_survives() throws IOException {
            WorkbookCopy.copyOver(exercise.solution(), exercise.folder().resolve("wrong/hard-coded"));

            Proof proof = prove();

            assertThat(proof.problems())
                    .containsExactly("exercise 1.1, wrong/hard-coded: expected failing "
                            + "answers_come_from_what_was_stored, but got all 5 tests passing");
            assertThat(proof.wrongsKilled()).isEqualTo(4);
        }

        @Test
        void that_only_another_test_kills() throws IOException {
            WorkbookCopy.copyOver(
                    exercise.folder().resolve("wrong/null-inside"),
                    exercise.folder().resolve("wrong/hard-coded"));

            Proof proof = prove();

            assertThat(proof.problems())
                    .containsExactly("exercise 1.1, wrong/hard-coded: expected failing "
                            + "answers_come_from_what_was_stored, but got failing "
                            + "[a_key_that_was_never_set_is_absent]");
            assertThat(proof.wrongsKilled()).isEqualTo(4);
        }

        @Test
        void that_does_not_compile() throws IOException {
            append(exercise.folder().resolve("wrong/hard-coded/OptionalStore.java"), "}\n");

            Proof proof = prove();

            assertThat(proof.problems())
                    .singleElement()
                    .asString()
                    .startsWith("exercise 1.1, wrong/hard-coded: expected failing ")
                    .contains("but got it does not compile: ");
            assertThat(proof.wrongsKilled()).isEqualTo(4);
        }
    }

    @Nested
    class Where_the_learner_writes_tests {

        @BeforeEach
        void judge_tests() throws IOException {
            append(exercise.folder().resolve("exercise.properties"), "\njudges = tests\n");
        }

        @Test
        void it_reports_that_there_is_no_suite_of_a_bad_kind() throws IOException {
            assertThat(prove().problems())
                    .containsExactly(
                            "exercise 1.1, wrong/: expected a suite of tests that is lazy, but got none",
                            "exercise 1.1, wrong/: expected a suite of tests that is over-fitted, but got none",
                            "exercise 1.1, wrong/: expected a suite of tests that is always-red, but got none");
        }

        @Test
        void it_is_content_with_one_of_each_kind() throws IOException {
            rename("null-inside", "lazy");
            rename("empty-means-absent", "over-fitted-to-order");
            rename("hard-coded", "always-red");

            assertThat(prove().problems()).isEmpty();
        }

        private void rename(String wrong, String name) throws IOException {
            Path folder = exercise.folder().resolve("wrong");
            Files.move(folder.resolve(wrong), folder.resolve(name));
            WorkbookCopy.replace(exercise.folder().resolve("exercise.properties"), "wrong." + wrong, "wrong." + name);
        }
    }

    @Test
    void an_entry_that_makes_no_sense_is_not_passed_over() throws IOException {
        Path properties = exercise.folder().resolve("exercise.properties");
        append(properties, "\njudges = test\n");

        assertThatExceptionOfType(WorkbookException.class)
                .isThrownBy(ProofTest.this::prove)
                .withMessage(properties + ": 'judges' can only be 'tests'");
    }

    @Test
    void given_files_are_part_of_every_variant() throws IOException {
        Files.writeString(
                exercise.workspace().resolve("Given.java"), "package dev.minikv.step01.exercise1;\n\nclass Given {}\n");
        copy.addToTests("private final Given given = new Given();");
        append(exercise.folder().resolve("exercise.properties"), "\ngiven = Given.java\n");

        Proof proof = prove();

        assertThat(proof.problems()).isEmpty();
        assertThat(proof.wrongsKilled()).isEqualTo(5);
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

    @Nested
    class It_reports {

        @Test
        void a_test_that_kills_nothing() throws IOException {
            copy.addToTests("@Test void one_is_one() { assertThat(1).isEqualTo(1); }");
            WorkbookCopy.replace(
                    exercise.folder().resolve("exercise.properties"),
                    "answers_come_from_what_was_stored\n\nstarter.fails",
                    "answers_come_from_what_was_stored, one_is_one\n\nstarter.fails");
            WorkbookCopy.replace(exercise.folder().resolve("failure.txt"), "1 of 5 pass", "2 of 6 pass");

            assertThat(prove().problems())
                    .containsExactly("exercise 1.1, test one_is_one: expected failing on at least one wrong solution, "
                            + "but got it fails on none");
        }

        @Test
        void a_test_that_the_properties_do_not_name() throws IOException {
            WorkbookCopy.replace(
                    exercise.folder().resolve("exercise.properties"), "  an_empty_value_is_a_value, \\\n", "");

            assertThat(prove().problems())
                    .singleElement()
                    .asString()
                    .startsWith("exercise 1.1, exercise.properties, tests: expected [")
                    .endsWith("but got [a_key_that_was_never_set_is_absent, set_returns_what_it_replaced, "
                            + "delete_returns_what_it_removed, answers_come_from_what_was_stored]");
        }

        @Test
        void a_missing_hint() throws IOException {
            Path hints = exercise.folder().resolve("hints.md");
            String text = Files.readString(hints);
            Files.writeString(hints, text.substring(0, text.indexOf("## The shape of the code")));

            assertThat(prove().problems())
                    .containsExactly("exercise 1.1, hints.md: expected [## Where to look, ## Which rule, "
                            + "## The shape of the code], but got [## Where to look, ## Which rule]");
        }

        @Test
        void a_hint_that_gives_the_solution_away() throws IOException {
            append(exercise.folder().resolve("hints.md"), "`return Optional.ofNullable(entries.get(key));`\n");

            assertThat(prove().problems())
                    .containsExactly("exercise 1.1, hints.md: expected no line of the solution, "
                            + "but got return Optional.ofNullable(entries.get(key));");
        }
    }

    private Proof prove() throws IOException {
        return Proof.of(copy.exercise(), WorkbookCopy.OF_STEP, ENGINE);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
