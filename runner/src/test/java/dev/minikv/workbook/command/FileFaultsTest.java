package dev.minikv.workbook.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.WorkbookCopy;
import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is wrong with a file, a command reports it in one sentence that names the file, and does not
/// record anything that did not happen.
class FileFaultsTest {

    @TempDir
    private Path root;

    private Exercise exercise;

    @BeforeEach
    void make_a_workbook() throws IOException {
        exercise = WorkbookCopy.in(root).exercise();
    }

    /// A way in which a file can be wrong, and a part of the message about it.
    private enum Fault {
        MISSING("is missing a file: ") {
            @Override
            void plant(Path file) throws IOException {
                Files.delete(file);
            }
        },
        A_FOLDER("Is a directory") {
            @Override
            void plant(Path file) throws IOException {
                Files.delete(file);
                Files.createDirectories(file.resolve("in-it"));
            }
        },
        LATIN_1("is not UTF-8 (see line 2): save it as UTF-8") {
            @Override
            void plant(Path file) throws IOException {
                Files.writeString(file, "one\ncaf\u00e9\n", ISO_8859_1);
            }
        },
        UTF_16_WITH_A_MARK("is not UTF-8 (see line 1): save it as UTF-8") {
            @Override
            void plant(Path file) throws IOException {
                Files.writeString(file, "one\n", UTF_16);
            }
        },
        UTF_16_WITHOUT("is UTF-16 or not text at all: save it as UTF-8") {
            @Override
            void plant(Path file) throws IOException {
                Files.writeString(file, "one\n", UTF_16LE);
            }
        };

        private final String said;

        Fault(String said) {
            this.said = said;
        }

        abstract void plant(Path file) throws IOException;
    }

    private record Reading(String command, String file) {}

    private static Stream<List<Object>> faults() {
        String catalog = "step-01-inmemory/exercises/catalog/1.1-absent-is-not-null/";
        String workspace = "step-01-inmemory/exercises/src/main/java/dev/minikv/step01/exercise1/OptionalStore.java";
        return Stream.of(
                        new Reading("check 1.1", workspace),
                        new Reading("check all --json", workspace),
                        new Reading("next 1.1", catalog + "exercise.md"),
                        new Reading("hint 1.1", catalog + "hints.md"),
                        new Reading("why 1.1", catalog + "wrong/answers-with-the-new-value/OptionalStore.java"))
                .flatMap(reading -> Stream.of(Fault.values()).map(fault -> List.of(reading, fault)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_file_that_cannot_be_read_is_named(List<Object> readingAndFault) throws IOException {
        var reading = (Reading) readingAndFault.getFirst();
        var fault = (Fault) readingAndFault.getLast();
        Path file = root.resolve(reading.file());
        fault.plant(file);

        assertOneSentence(WorkbookSession.of(root, reading.command()), file, fault.said);
        assertThat(WorkbookSession.of(root, "list").out()).contains("  · 1.1");
        assertThat(root.resolve(".workbook/progress.properties")).doesNotExist();
    }

    @Test
    void a_solution_that_is_missing_is_not_marked_as_seen() throws IOException {
        Path file = WorkbookCopy.fileIn(exercise.solution());
        Fault.MISSING.plant(file);

        assertOneSentence(WorkbookSession.of(root, "solution 1.1 --yes"), file, "git restore brings it back");
        assertThat(WorkbookSession.of(root, "list").out()).contains("  · 1.1");
    }

    @Test
    void a_starter_that_is_missing_leaves_everything_as_it_is() throws IOException {
        Path file = WorkbookCopy.fileIn(exercise.starter());
        Fault.MISSING.plant(file);

        assertOneSentence(WorkbookSession.of(root, "reset 1.1 --yes"), file, "git restore brings it back");
        assertThat(root.resolve(".workbook")).doesNotExist();
    }

    @Test
    void a_backup_that_cannot_be_made_leaves_everything_as_it_is() throws IOException {
        WorkbookCopy.copyOver(exercise.solution(), exercise.workspace());
        Path backup = root.resolve(".workbook/backup");
        Files.createDirectories(backup.getParent());
        Files.writeString(backup, "");

        assertOneSentence(WorkbookSession.of(root, "reset 1.1 --yes"), backup, "");
        assertThat(WorkbookCopy.fileIn(exercise.workspace()))
                .hasSameTextualContentAs(WorkbookCopy.fileIn(exercise.solution()));
    }

    @Test
    void an_exercise_that_is_described_wrongly_is_named() throws IOException {
        Path file = exercise.folder().resolve("exercise.properties");
        for (String flaw : List.of("minutes = some\n", "id = one\n", "title = \\u12\n", "test = \n")) {
            String before = Files.readString(file);
            Files.writeString(file, before + flaw);

            assertOneSentence(WorkbookSession.of(root, "list"), file, "");
            Files.writeString(file, before);
        }
    }

    @Test
    void a_byte_order_mark_is_not_a_fault() throws IOException {
        Path file = WorkbookCopy.fileIn(exercise.workspace());
        Files.writeString(file, "\ufeff" + Files.readString(WorkbookCopy.fileIn(exercise.solution())));

        assertThat(WorkbookSession.of(root, "check 1.1").out()).startsWith("✓ 1.1");
    }

    private static void assertOneSentence(WorkbookSession run, Path file, String said) {
        assertThat(run.err())
                .startsWith("workbook: ")
                .contains(file.toString(), said)
                .doesNotContain("Exception")
                .hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }
}
