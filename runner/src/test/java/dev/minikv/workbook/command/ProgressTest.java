package dev.minikv.workbook.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.WorkbookCopy;
import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The learner's progress is never lost without a warning, and never costs a command its result.
class ProgressTest {

    private static final int PROCESSES = 6;
    private static final int CHANGES = 25;

    @TempDir
    private Path root;

    private Path file;

    @BeforeEach
    void make_a_workbook() throws IOException {
        WorkbookCopy.in(root);
        file = root.resolve(".workbook/progress.properties");
    }

    /// Records failed checks of an exercise, again and again, in a separate process.
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) throws IOException {
            Exercise exercise = new WorkbookCopy(Path.of(args[0])).exercise();
            Progress progress = Progress.read(Path.of(args[0]));
            for (int check = 0; check < CHANGES; check++) {
                progress.note(
                        exercise,
                        new Outcome.DoesNotCompile(List.of()),
                        ProcessHandle.current().pid() + "-" + check);
            }
            progress.takeWarnings().forEach(System.out::println);
        }
    }

    @Test
    void nothing_is_lost_if_several_processes_write_at_once() throws Exception {
        var processes = new ArrayList<Process>();
        for (int number = 1; number <= PROCESSES; number++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            root.toString())
                    .redirectErrorStream(true)
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.inputReader().lines()).isEmpty();
            assertThat(process.waitFor()).isZero();
        }

        Exercise exercise = new WorkbookCopy(root).exercise();
        assertThat(Progress.read(root).failedRuns(exercise)).isEqualTo(PROCESSES * CHANGES);
    }

    @Test
    void entries_that_another_process_wrote_in_between_are_kept() throws IOException {
        Exercise exercise = new WorkbookCopy(root).exercise();
        Progress early = Progress.read(root);
        Progress other = Progress.read(root);
        other.noteHint(exercise, 2);

        early.note(exercise, Progress.State.OPEN);

        assertThat(Progress.read(root).hintsTaken(exercise)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.state = \\u00", "1.1.state = done\n\u00ff\u00fe\u0080"})
    void a_damaged_file_is_named_and_kept_aside(String contents) throws IOException {
        for (String name : List.of("progress.damaged", "progress.damaged-2")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, contents, ISO_8859_1);

            assertThat(WorkbookSession.of(root, "list").err())
                    .isEqualTo("workbook: " + file + " is damaged: your progress starts over, and the file is kept as "
                            + name + "\n");
            assertThat(file.resolveSibling(name)).content(ISO_8859_1).isEqualTo(contents);
            assertThat(WorkbookSession.of(root, "list").err()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"check 1.1", "hint 1.1", "reset 1.1 --yes", "solution 1.1 --yes"})
    void a_result_is_shown_even_if_it_cannot_be_recorded(String command) throws IOException {
        WorkbookSession usual = WorkbookSession.of(root, command);
        for (String each : List.of("progress.new", "progress.properties")) {
            Files.deleteIfExists(file.resolveSibling(each));
        }
        Files.createDirectories(file.resolveSibling("progress.new/in-the-way"));

        WorkbookSession session = WorkbookSession.of(root, command);

        assertThat(session.out().lines().count()).isEqualTo(usual.out().lines().count());
        assertThat(session.exitCode()).isEqualTo(usual.exitCode());
        assertThat(session.err())
                .startsWith("workbook: " + file + " cannot be written, and this step is not remembered: ")
                .hasLineCount(1);
    }
}
