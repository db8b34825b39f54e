package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.minikv.workbook.WorkbookCopy;
import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each test runs commands in a workbook of one exercise, without a terminal.
class WorkbookCommandTest {

    @TempDir
    private Path root;

    private Exercise exercise;

    @BeforeEach
    void make_a_copy_of_the_workbook() throws IOException {
        exercise = WorkbookCopy.in(root).exercise();
    }

    @Test
    void without_a_command_it_shows_the_learners_progress() {
        WorkbookSession run = run("");

        assertThat(run).isEqualTo(new WorkbookSession(0, """
                Mini KV Store, a workbook: 0 of 1 exercises done.

                Next is 1.1 Absent is not null, about 10 minutes:
                  ./workbook next      shows what to do
                  ./workbook watch     checks it whenever you save
                  ./workbook --help    shows all commands
                """, ""));
    }

    @Test
    void next_shows_the_task_without_its_answer() {
        assertThat(run("next").out())
                .startsWith("# 1.1 Absent is not null\n\nRead first: Absence (docs/step-01-inmemory.md)\n")
                .contains("step-01-inmemory/exercises/src/main/java/dev/minikv/step01/exercise1/OptionalStore.java")
                .doesNotContain("<details>", "Null says nothing in the signature");
    }

    @Test
    void when_nothing_is_left_it_says_so_and_still_shows_any_task() throws IOException {
        solve_and_check();

        assertThat(run("").out()).contains("1 of 1 exercises done").contains("Nothing is left to solve.");
        assertThat(run("next").out()).startsWith("Nothing is left to solve.");
        assertThat(run("next 1.1").out()).startsWith("# 1.1 Absent is not null\n");
        assertThat(run("next 9.9").exitCode()).isEqualTo(2);
    }

    @Test
    void an_argument_may_start_with_any_character() throws IOException {
        Files.writeString(root.resolve("file"), "1.1");

        assertThat(run("next @" + root.resolve("file")).err())
                .startsWith("There is no exercise '@" + root.resolve("file") + "'. An id is ");
    }

    @Test
    void check_fails_as_long_as_the_exercise_is_open_and_succeeds_once_it_is_solved() throws IOException {
        WorkbookSession open = run("check 1.1");
        assertThat(open.exitCode()).isEqualTo(1);
        assertThat(open.out()).startsWith("✗ 1.1").endsWith("  tests       1 of 5 pass\n");
        assertThat(run("list").out()).contains("  · 1.1  Absent is not null").contains("] 0 of 1 done");

        WorkbookSession solved = solve_and_check();
        assertThat(solved.exitCode()).isZero();
        assertThat(solved.out())
                .startsWith("✓ 1.1")
                .endsWith("  then        ./workbook why 1.1, and ./workbook next\n");
        assertThat(run("list").out()).contains("  ✓ 1.1  Absent is not null", "10 min  done", "] 1 of 1 done");

        WorkbookCopy.copyOver(exercise.starter(), exercise.workspace());
        run("check 1.1");
        assertThat(run("list").out()).contains("  · 1.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            check 1.10     | There is no exercise '1.10'. Step 1 has 1.1.
            check 1.1.     | There is no exercise '1.1.'. Did you mean 1.1?
            check 1,1      | There is no exercise '1,1'. Did you mean 1.1?
            check 01.1     | There is no exercise '01.1'. Did you mean 1.1?
            check 1.1 1.2. | There is no exercise '1.2.'. Step 1 has 1.1.
            check 9        | There is no exercise '9'. An id is a step and a number, such as 1.2; ./workbook list shows them all.
            hint 1         | There is no exercise '1'. Step 1 has 1.1.
            hint 1.1 1.2   | hint takes only <id>: '1.2' is one too many.
            list all       | list takes no arguments: 'all' is one too many.
            check --fast   | check has no option '--fast'.
            lint           | lint needs <id>: <id> is missing.
            diff           | diff needs <from> and <to>: <from> is missing.
            diff 1         | diff needs <from> and <to>: <to> is missing.
            diff a b       | There is no step 'a': the steps are 1.
            diff 1 9       | There is no step '9': the steps are 1.
            diff 01 1      | There is no step '01': the steps are 1. Did you mean 1?
            port 1x        | There is no step '1x': the steps are 1. Did you mean 1?
            test x         | There is no step 'x': the steps are 1.
            """)
    void unknown_names_and_wrong_arguments_are_refused(String line, String why) {
        WorkbookSession.assertMisuse(root, line, why);
    }

    @Test
    void a_command_that_does_not_exist_is_refused() {
        WorkbookSession run = run("chekc");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("There is no command 'chekc'.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void several_exercises_are_checked_one_after_the_other() {
        run("new 1.2 Other");

        assertThat(run("check 1.1 1.1").out()).containsOnlyOnce("✗ 1.1");
        WorkbookSession both = run("check 1.1 1.2");
        assertThat(both.exitCode()).isEqualTo(1);
        assertThat(both.out())
                .startsWith("✗ 1.1  a key that was never set is absent")
                .containsSubsequence("  tests       1 of 5 pass\n\n✗ 1.2", "0 of 2 solved\n");
        assertThat(JsonParser.parseString(run("check 1.1 1.2 --json").out()).getAsJsonArray())
                .hasSize(2);
    }

    @Test
    void a_done_exercise_that_fails_is_reported_as_open_again() throws IOException {
        solve_and_check();
        WorkbookCopy.copyOver(exercise.starter(), exercise.workspace());

        assertThat(run("check 1").out()).contains("✗ 1.1", "  again       1.1 was done, and is open again\n");
        assertThat(run("check 1.1").out()).doesNotContain("open again");
    }

    @Test
    void reset_restores_the_starter_and_keeps_what_was_there() throws IOException {
        solve_and_check();

        WorkbookSession run = run("reset 1.1 --yes");

        assertThat(run.exitCode()).isZero();
        assertThat(workspaceFile()).hasSameTextualContentAs(WorkbookCopy.fileIn(exercise.starter()));
        try (Stream<Path> backups = Files.list(root.resolve(".workbook/backup/1.1"))) {
            Path backup = backups.toList().getFirst();
            assertThat(WorkbookCopy.fileIn(backup)).hasSameTextualContentAs(WorkbookCopy.fileIn(exercise.solution()));
            assertThat(run.out()).endsWith("your files are in " + root.relativize(backup) + "\n");
        }
        assertThat(run("list").out()).contains("  · 1.1");
    }

    @Test
    void reset_asks_first_and_names_what_it_would_reset() throws IOException {
        WorkbookCopy.copyOver(exercise.solution(), exercise.workspace());
        String question = "Reset 1.1 Absent is not null? What you wrote is kept as a backup. [y/N] ";

        for (String no : List.of("", "n\n", "yes of course\n")) {
            assertThat(WorkbookSession.atTerminal(root, "reset", no))
                    .isEqualTo(new WorkbookSession(1, question + "Nothing was changed.\n", ""));
        }
        WorkbookSession.assertMisuse(
                root,
                "reset",
                "Resetting 1.1 Absent is not null needs a confirmation, and there is no terminal to ask on: add"
                        + " --yes.");
        assertThat(workspaceFile()).hasSameTextualContentAs(WorkbookCopy.fileIn(exercise.solution()));

        assertThat(WorkbookSession.atTerminal(root, "reset", "y\n").out())
                .startsWith(question + "1.1 is reset; your files are in .workbook/backup/1.1/");
    }

    @Test
    void reset_does_not_claim_a_backup_of_nothing() throws IOException {
        Files.delete(workspaceFile());

        assertThat(run("reset 1.1 --yes").out()).isEqualTo("1.1 is reset; there was nothing of yours to keep\n");
        assertThat(root.resolve(".workbook/backup")).doesNotExist();
    }

    @Test
    void hint_shows_one_more_each_time_and_the_last_after_two_failed_checks_of_different_solutions()
            throws IOException {
        assertThat(run("hint 1.1").out()).contains("Hint 1 of 3").doesNotContain("Hint 2 of 3");
        assertThat(run("hint 1.1").out()).contains("Hint 1 of 3", "Hint 2 of 3").doesNotContain("The last hint");
        assertLocked();
        run("check 1.1");
        run("check 1.1");
        assertLocked();
        WorkbookCopy.replace(workspaceFile(), "package", "// no\n  package");
        run("check 1.1");
        assertLocked();
        WorkbookCopy.replace(workspaceFile(), "entries.getOrDefault(key, \"\")", "\"\"");
        run("check 1.1");

        assertThat(run("hint 1.1").out()).contains("Hint 2 of 3", "Hint 3 of 3 for 1.1: The shape of the code");
    }

    private void assertLocked() {
        assertThat(run("hint 1.1").out())
                .contains("Hint 2 of 3", "It comes after two failed checks of different solutions")
                .doesNotContain("Hint 3 of 3");
    }

    @Nested
    class Solution {

        @Test
        void writes_nothing_before_it_is_confirmed() {
            WorkbookSession run = run("solution 1.1");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("Nothing was written", "./workbook solution 1.1 --yes");
            assertThat(solutionFile()).doesNotExist();
            assertThat(run("list").out()).contains("  · 1.1");
        }

        @Test
        void is_written_beside_the_learners_file_and_counts_as_seen() throws IOException {
            WorkbookSession run = run("solution 1.1 --yes");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEqualTo("written: " + root.relativize(solutionFile()) + "\n");
            assertThat(solutionFile()).hasSameTextualContentAs(WorkbookCopy.fileIn(exercise.solution()));
            assertThat(workspaceFile()).hasSameTextualContentAs(WorkbookCopy.fileIn(exercise.starter()));
            solve_and_check();
            assertThat(run("list").out()).contains("  ~ 1.1", "solution seen", "] 0 of 1 done");
        }

        @Test
        void costs_nothing_once_the_exercise_is_solved() throws IOException {
            solve_and_check();

            assertThat(run("solution 1.1").exitCode()).isZero();
            assertThat(solutionFile()).exists();
            assertThat(run("list").out()).contains("  ✓ 1.1");
        }

        private Path solutionFile() {
            return exercise.workspace().resolve("OptionalStore.java.solution");
        }
    }

    @Test
    void json_can_be_parsed() {
        assertThat(JsonParser.parseString(run("list --json").out())).isEqualTo(JsonParser.parseString("""
                [{"id": "1.1", "title": "Absent is not null", "minutes": 10, "state": "open"}]"""));
        JsonObject checked = JsonParser.parseString(run("check 1.1 --json").out())
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
        assertThat(checked.get("solved").getAsBoolean()).isFalse();
        assertThat(checked.get("report").getAsJsonArray().get(0).getAsString()).startsWith("✗ 1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "list", "next", "check all", "check 1.9", "hint", "why 1.1", "reset", "--help"})
    void without_a_terminal_there_is_nothing_but_text(String line) {
        WorkbookSession run = run(line);

        assertThat(run.out() + run.err()).isNotEmpty().doesNotContain("\033", "\r");
    }

    @Test
    void why_names_the_test_that_catches_each_mistake() {
        assertThat(run("why 1.1").out())
                .contains("A solution that takes the empty string for absence")
                .contains("is caught by: an empty value is a value")
                .doesNotContain("please report");
    }

    @Test
    void why_names_a_missing_wrong_solution_in_one_line() throws IOException {
        Path wrong = exercise.wrong(exercise.wrongs().getFirst());
        Files.delete(WorkbookCopy.fileIn(wrong));

        assertThat(run("why 1.1"))
                .isEqualTo(new WorkbookSession(
                        1,
                        "",
                        "workbook: exercise 1.1 is missing a file: " + WorkbookCopy.fileIn(wrong)
                                + "; it belongs to the workbook, and git restore brings it back\n"));
    }

    @Test
    void exercises_and_steps_have_numbers_of_one_digit_or_two() throws IOException {
        Path pom = root.resolve("pom.xml");
        Files.writeString(pom, Files.readString(pom) + "<module>step-10-j</module>\n<module>step-09-i</module>\n");
        for (String id : List.of("10.12", "10.2", "9.1")) {
            assertThat(run("new " + id + " Title").exitCode()).as(id).isZero();
        }
        Files.createDirectories(root.resolve("step-01-inmemory.bak"));

        assertThat(run("list")
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("step") || line.startsWith("  ·"))
                        .map(line -> String.join(
                                " ", List.of(line.strip().split(" +")).subList(0, 2))))
                .containsExactly("step 1", "· 1.1", "step 9", "· 9.1", "step 10", "· 10.2", "· 10.12");
        assertThat(root.resolve("step-10-j/exercises/src/test/java/dev/minikv/step10/exercise12/TitleTest.java"))
                .content()
                .contains("package dev.minikv.step10.exercise12;", "@Tag(\"exercise-10.12\")");
        assertThat(run("new 10.12 Title").exitCode()).isEqualTo(2);
        assertThat(run("new 11.1 Title").err()).startsWith("There is no step '11': the steps are 1, 9 and 10.\n");
    }

    @Test
    void entries_of_unknown_exercises_are_kept() throws IOException {
        Path progress = root.resolve(".workbook/progress.properties");
        Files.createDirectories(progress.getParent());
        Files.writeString(progress, "9.9.state = done\nsomething = else\n");

        run("check 1.1");

        assertThat(progress).content().contains("9.9.state=done\n", "something=else\n", "1.1.failed=1\n");
    }

    @Test
    void outside_a_workbook_it_says_so() throws IOException {
        Files.delete(root.resolve("workbook.cmd"));

        assertThat(run("list"))
                .isEqualTo(
                        new WorkbookSession(1, "", "workbook: this folder is not inside a workbook: " + root + "\n"));
    }

    private WorkbookSession run(String line) {
        return WorkbookSession.of(root, line);
    }

    private WorkbookSession solve_and_check() throws IOException {
        WorkbookCopy.copyOver(exercise.solution(), exercise.workspace());
        return run("check 1.1");
    }

    private Path workspaceFile() {
        return WorkbookCopy.fileIn(exercise.workspace());
    }
}
