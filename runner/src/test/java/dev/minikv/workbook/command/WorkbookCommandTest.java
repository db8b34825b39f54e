package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.minikv.workbook.WorkbookCopy;
import dev.minikv.workbook.catalog.Exercise;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each test gives commands in a workbook of one exercise, and no terminal is there.
@DisplayNameGeneration(ReplaceUnderscores.class) // a properties file would also rule the exercise's own tests
class WorkbookCommandTest {

    private static final String HOME = "workbook.home";

    @TempDir
    private Path root;

    private Exercise exercise;
    private String homeBefore;

    @BeforeEach
    void make_a_copy_the_workbook_at_hand() throws IOException {
        exercise = WorkbookCopy.in(root).exercise();
        homeBefore = System.getProperty(HOME);
        System.setProperty(HOME, root.toString());
    }

    @AfterEach
    void put_the_workbook_back() {
        if (homeBefore == null) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, homeBefore);
        }
    }

    /// What a command wrote, and its exit code.
    private record Run(int exitCode, String out, String err) {}

    @Test
    void alone_it_says_where_the_learner_is() {
        Run run = run();

        assertThat(run).isEqualTo(new Run(0, """
                Mini KV Store, a workbook: 0 of 1 exercises done.

                Next is 1.1 Absent is not null, about 10 minutes:
                  ./workbook next      shows what to do
                  ./workbook watch     checks it whenever you save
                  ./workbook --help    shows all commands
                """, ""));
    }

    @Test
    void alone_it_says_when_nothing_is_left() throws IOException {
        solve();
        run("check");

        assertThat(run().out()).contains("1 of 1 exercises done").contains("Nothing is left to solve.");
    }

    @Test
    void next_shows_the_task_without_its_answer() {
        assertThat(run("next").out())
                .startsWith("# 1.1 Absent is not null\n")
                .contains("step-01-inmemory/exercises/src/main/java/dev/minikv/step01/exercise1/OptionalStore.java")
                .doesNotContain("<details>", "Null says nothing in the signature");
    }

    @Test
    void next_shows_any_task_that_is_asked_for_even_when_nothing_is_left() throws IOException {
        solve();
        run("check");

        assertThat(run("next", "1.1").out()).startsWith("# 1.1 Absent is not null\n");
        assertThat(run("next").out()).startsWith("Nothing is left to solve.");
        assertThat(run("next", "9.9").exitCode()).isEqualTo(2);
    }

    @Nested
    class Check {

        @Test
        void fails_as_long_as_the_exercise_is_open() {
            Run run = run("check", "1.1");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).startsWith("✗ 1.1").endsWith("  tests       1 of 5 pass\n");
            assertThat(run("list").out())
                    .contains("  · 1.1  Absent is not null")
                    .contains("] 0 of 1 done");
        }

        @Test
        void succeeds_once_it_is_solved_and_the_list_says_so() throws IOException {
            solve();

            Run run = run("check", "1.1");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .startsWith("✓ 1.1")
                    .endsWith("  then        ./workbook why 1.1, and ./workbook next\n");
            assertThat(run("list").out()).contains("  ✓ 1.1  Absent is not null", "10 min  done", "] 1 of 1 done");
        }

        @Test
        void opens_an_exercise_again_that_was_broken_since() throws IOException {
            solve();
            run("check", "1.1");
            WorkbookCopy.copyOver(exercise.starter(), exercise.workspace());

            run("check", "1.1");

            assertThat(run("list").out()).contains("  · 1.1");
        }

        @Test
        void refuses_what_does_not_exist() {
            assertMisuse("There is no exercise '1.9'.", "check", "1.9");
            assertMisuse("There is no exercise or step '9'.", "check", "9");
            assertMisuse("Unmatched argument at index 0: 'chekc'", "chekc");
        }

        private void assertMisuse(String message, String... arguments) {
            Run run = run(arguments);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).startsWith(message);
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void reset_restores_the_starter_and_keeps_what_was_there() throws IOException {
        solve();
        run("check", "1.1");

        Run run = run("reset", "1.1");

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
    void hint_gives_one_more_each_time_and_the_last_after_two_failed_checks() {
        assertThat(run("hint", "1.1").out()).contains("Hint 1 of 3").doesNotContain("Hint 2 of 3");
        assertThat(run("hint", "1.1").out())
                .contains("Hint 1 of 3", "Hint 2 of 3")
                .doesNotContain("The last hint");
        assertLocked();
        run("check", "1.1");
        assertLocked();
        run("check", "1.1");

        assertThat(run("hint", "1.1").out()).contains("Hint 2 of 3", "Hint 3 of 3 for 1.1: The shape of the code");
    }

    private void assertLocked() {
        assertThat(run("hint", "1.1").out())
                .contains("Hint 2 of 3", "It comes after two failed checks")
                .doesNotContain("Hint 3 of 3");
    }

    @Nested
    class Solution {

        @Test
        void writes_nothing_before_it_was_confirmed() {
            Run run = run("solution", "1.1");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("Nothing was written", "./workbook solution 1.1 --yes");
            assertThat(solutionFile()).doesNotExist();
            assertThat(run("list").out()).contains("  · 1.1");
        }

        @Test
        void is_written_beside_the_learners_file_and_counts_as_seen() throws IOException {
            Run run = run("solution", "1.1", "--yes");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEqualTo("written: " + root.relativize(solutionFile()) + "\n");
            assertThat(solutionFile()).hasSameTextualContentAs(WorkbookCopy.fileIn(exercise.solution()));
            assertThat(workspaceFile()).hasSameTextualContentAs(WorkbookCopy.fileIn(exercise.starter()));
            solve();
            run("check", "1.1");
            assertThat(run("list").out()).contains("  ~ 1.1", "solution seen", "] 0 of 1 done");
        }

        @Test
        void is_free_once_the_exercise_is_solved() throws IOException {
            solve();
            run("check", "1.1");

            assertThat(run("solution", "1.1").exitCode()).isZero();
            assertThat(solutionFile()).exists();
            assertThat(run("list").out()).contains("  ✓ 1.1");
        }

        private Path solutionFile() {
            return exercise.workspace().resolve("OptionalStore.java.solution");
        }
    }

    @Test
    void json_can_be_parsed() {
        JsonArray list = JsonParser.parseString(run("list", "--json").out()).getAsJsonArray();
        JsonArray check =
                JsonParser.parseString(run("check", "1.1", "--json").out()).getAsJsonArray();

        JsonObject listed = list.get(0).getAsJsonObject();
        assertThat(listed.get("id").getAsString()).isEqualTo("1.1");
        assertThat(listed.get("title").getAsString()).isEqualTo("Absent is not null");
        assertThat(listed.get("minutes").getAsInt()).isEqualTo(10);
        assertThat(listed.get("state").getAsString()).isEqualTo("open");
        JsonObject checked = check.get(0).getAsJsonObject();
        assertThat(checked.get("solved").getAsBoolean()).isFalse();
        assertThat(checked.get("report").getAsJsonArray().get(0).getAsString()).startsWith("✗ 1.1");
    }

    @Test
    void without_a_terminal_there_is_nothing_but_text() {
        for (String line :
                List.of("", "list", "next", "check all", "check 1.9", "hint", "why 1.1", "reset", "--help")) {
            Run run = run(line.isEmpty() ? new String[0] : line.split(" "));

            assertThat(run.out() + run.err()).as(line).isNotEmpty().doesNotContain("\033", "\r");
        }
    }

    @Test
    void why_names_the_test_that_catches_each_mistake() {
        assertThat(run("why", "1.1").out())
                .contains("A solution that takes the empty string for absence")
                .contains("is caught by: an empty value is a value")
                .doesNotContain("please report");
    }

    @Test
    void why_says_in_a_line_which_wrong_solution_is_missing() throws IOException {
        Path wrong = exercise.wrong(exercise.wrongs().getFirst());
        Files.delete(WorkbookCopy.fileIn(wrong));

        assertThat(run("why", "1.1"))
                .isEqualTo(new Run(1, "", "workbook: exercise 1.1 lacks a file: " + WorkbookCopy.fileIn(wrong) + "\n"));
    }

    @Test
    void diff_shows_what_a_step_changed_package_names_aside() throws IOException {
        writeSource("step-02-x", "step02", "store/Store.java", "int limit = 1;");
        writeSource("step-03-y", "step03", "store/Store.java", "int limit = 2;");
        writeSource("step-02-x", "step02", "Same.java", "int same = 1;");
        writeSource("step-03-y", "step03", "Same.java", "int same = 1;");

        assertThat(run("diff", "2", "3")).isEqualTo(new Run(0, """
                --- step 2/store/Store.java
                +++ step 3/store/Store.java
                @@ -1,5 +1,5 @@
                 package dev.minikv.step;
                \s
                 class Example {
                -    int limit = 1;
                +    int limit = 2;
                 }
                files changed: 1, lines added: 1, removed: 1
                """, ""));
        assertThat(run("diff", "2", "8").exitCode()).isEqualTo(2);
    }

    @Test
    void entries_of_unknown_exercises_are_kept() throws IOException {
        Path progress = root.resolve(".workbook/progress.properties");
        Files.createDirectories(progress.getParent());
        Files.writeString(progress, "9.9.state = done\nsomething = else\n");

        run("check", "1.1");

        assertThat(progress).content().contains("9.9.state=done\n", "something=else\n", "1.1.failed=1\n");
    }

    @Test
    void outside_a_workbook_it_says_so() throws IOException {
        Files.delete(root.resolve("workbook.cmd"));

        assertThat(run("list"))
                .isEqualTo(new Run(1, "", "workbook: this is no folder of the workbook: " + root + "\n"));
    }

    private static Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var nothing = new BufferedReader(new StringReader(""));
        int exitCode = WorkbookCommand.run(
                new Screen(new PrintWriter(out), new PrintWriter(err), nothing, false, false), arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }

    private void solve() throws IOException {
        WorkbookCopy.copyOver(exercise.solution(), exercise.workspace());
    }

    private Path workspaceFile() {
        return WorkbookCopy.fileIn(exercise.workspace());
    }

    private void writeSource(String step, String stepPackage, String name, String field) throws IOException {
        Path file = root.resolve(step)
                .resolve("src/main/java/dev/minikv")
                .resolve(stepPackage)
                .resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package dev.minikv.%s;\n\nclass Example {\n    %s\n}\n".formatted(stepPackage, field));
    }
}
