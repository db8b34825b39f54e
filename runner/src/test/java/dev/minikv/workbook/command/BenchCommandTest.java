package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.WorkbookCopy;
import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

    @Test
    void a_result_says_which_command_repeats_it() {
        assertThat(BenchCommand.commandLine(true, "steps", List.of())).isEqualTo("./workbook bench --quick steps");
        assertThat(BenchCommand.commandLine(false, "engines", List.of("entries=1000,100000", "keys=fresh")))
                .isEqualTo("./workbook bench engines -p entries=1000,100000 -p keys=fresh");
    }

    @Test
    void characters_with_a_meaning_in_a_shell_are_quoted() {
        assertThat(BenchCommand.commandLine(false, "StepsBenchmark.(set|delete)$", List.of()))
                .isEqualTo("./workbook bench 'StepsBenchmark.(set|delete)$'");
        assertThat(BenchCommand.commandLine(false, "it's", List.of("keys=a b")))
                .isEqualTo("./workbook bench 'it'\\''s' -p 'keys=a b'");
    }

    @Test
    void an_exercise_is_measured_alone_and_needs_benchmarks(@TempDir Path root) throws IOException {
        WorkbookCopy.in(root);

        WorkbookSession.assertMisuse(root, "bench --exercise 1.9", "There is no exercise '1.9'. Step 1 has 1.1.");
        WorkbookSession.assertMisuse(root, "bench --exercise 1.1", "Exercise 1.1 has no benchmarks to run.");
        WorkbookSession.assertMisuse(
                root,
                "bench --exercise 1.1 steps",
                "--exercise takes an id and nothing else: ./workbook bench --exercise 4.2");
    }

    @Test
    void an_exercise_is_solved_before_it_is_measured(@TempDir Path root) throws IOException {
        Exercise exercise = WorkbookCopy.in(root).exercise();
        Path starter = exercise.filesIn(exercise.starter()).getFirst();
        Files.writeString(starter, Files.readString(starter) + "// as if it had a @Benchmark\n");

        assertThat(WorkbookSession.of(root, "bench --exercise 1.1"))
                .isEqualTo(new WorkbookSession(
                        1, "", "workbook: exercise 1.1 is not solved yet: see ./workbook check 1.1\n"));

        Files.writeString(exercise.filesIn(exercise.workspace()).getFirst(), "class {");
        assertThat(WorkbookSession.of(root, "bench --exercise 1.1").err())
                .isEqualTo("workbook: exercise 1.1 does not compile: see ./workbook check 1.1\n");
    }
}
