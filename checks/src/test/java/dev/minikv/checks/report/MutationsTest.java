package dev.minikv.checks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.checks.step.PlantedProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationsTest {

    private static final String[] WRITTEN = """
            | package | mutants | killed | survived | no coverage |
            |---|---|---|---|---|
            | `repl` | 4 | 1 | 2 | 1 |
            | `store` | 2 | 2 | 0 | 0 |
            | all | 6 | 3 | 2 | 1 |

            | class | line | mutator |
            |---|---|---|
            | `LineInput` | `return a < b;` | `ConditionalsBoundary` |
            | `LineInput` | `return a \\|\\| b;` | `RemoveConditional_EQUAL_ELSE` |
            | `LineInput.Chunk` | `flush();` | `VoidMethodCall` |
            """.split("\n");

    @TempDir
    private Path root;

    private PlantedProject project;

    @BeforeEach
    void write_a_report() throws Exception {
        project = PlantedProject.of(root, "step-02-b");
        write("step-02-b/src/main/java/dev/minikv/step02/store/MiniKvStore.java", "class MiniKvStore {}");
        write(
                "step-02-b/src/main/java/dev/minikv/step02/repl/LineInput.java",
                "class LineInput {",
                "    return a < b;",
                "    return a || b;",
                "    class Chunk {",
                "        flush();");
        write(
                "docs/results/step-02-mutations.csv",
                "file,class,mutator,method,line,status,test",
                mutant(
                        "store.MiniKvStore",
                        "returns.EmptyObjectReturnValsMutator",
                        1,
                        "KILLED,\"a.B.[method:c(int, int)]\""),
                mutant("store.MiniKvStore", "returns.NullReturnValsMutator", 1, "TIMED_OUT,none"),
                mutant("repl.LineInput", "ConditionalsBoundaryMutator", 2, "SURVIVED,none"),
                mutant("repl.LineInput", "NegateConditionalsMutator", 2, "KILLED,a.B"),
                mutant("repl.LineInput", "RemoveConditionalMutator_EQUAL_ELSE", 3, "SURVIVED,none"),
                mutant("repl.LineInput$Chunk", "VoidMethodCallMutator", 5, "NO_COVERAGE,none"));
        write(
                "docs/results/step-02-mutations.sha256", // by sha256sum
                "7b2e9db603f11481a2f03ae3e59ea8c0147459824f1ab75d2e020cb464483fdd"
                        + "  step-02-b/src/main/java/dev/minikv/step02/repl/LineInput.java",
                "406c7fcf3992a9d08f8e1a7282256d449c59349fa40afd770f9a77a58fad17d5"
                        + "  step-02-b/src/main/java/dev/minikv/step02/store/MiniKvStore.java");
    }

    @Test
    void the_counts_and_the_survivors_of_the_report_are_written() throws IOException {
        assertThat(lines("")).containsExactly(WRITTEN);
    }

    @Test
    void whatever_else_stands_there_is_written_over() throws IOException {
        assertThat(lines("""
                | package | mutants | killed | survived | no coverage |
                |---|---|---|---|---|
                | `repl` | 5 | 4 | 0 | 1 |
                | `none` | 1 | 1 | 0 | 0 |

                | class | line | mutator |
                |---|---|---|
                | `LineInput` | `return a > b;` | `ConditionalsBoundary` |
                """)).containsExactly(WRITTEN);
    }

    @Test
    void a_report_without_the_names_of_its_columns_and_of_tests_is_read_too() throws Exception {
        Path results = root.resolve("docs/results/step-02-mutations.csv");
        List<String> lines = Files.readAllLines(results).stream()
                .skip(1)
                .map(line -> String.join(",", List.of(line.split(",")).subList(0, 6)))
                .toList();
        Files.write(results, lines);

        assertThat(lines("")).containsExactly(WRITTEN);
    }

    @Test
    void a_source_that_has_changed_since_is_found() throws Exception {
        write("step-02-b/src/main/java/dev/minikv/step02/store/MiniKvStore.java", "class MiniKvStore { }");
        write("step-02-b/src/main/java/dev/minikv/step02/store/New.java", "class New {}");
        Files.delete(root.resolve("step-02-b/src/main/java/dev/minikv/step02/repl/LineInput.java"));

        assertThatThrownBy(() -> lines("")).hasMessage("""
                step-02-b/src/main/java/dev/minikv/step02/repl/LineInput.java is gone, \
                step-02-b/src/main/java/dev/minikv/step02/store/MiniKvStore.java has changed, \
                step-02-b/src/main/java/dev/minikv/step02/store/New.java is new: measure again: .ci/mutations""");
    }

    @Test
    void other_ends_of_lines_are_no_change() throws Exception {
        Path source = root.resolve("step-02-b/src/main/java/dev/minikv/step02/repl/LineInput.java");
        Files.writeString(source, Files.readString(source).replace("\n", "\r\n"));

        assertThat(lines("")).containsExactly(WRITTEN);
    }

    @Test
    void a_line_that_is_no_checksum_is_refused() throws Exception {
        write(
                "docs/results/step-02-mutations.sha256",
                "step-02-b/src/main/java/dev/minikv/step02/store/MiniKvStore.java");

        assertThatThrownBy(() -> lines(""))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("not a line of sha256sum in ");
    }

    @Test
    void missing_results_are_found() throws Exception {
        Files.delete(root.resolve("docs/results/step-02-mutations.sha256"));

        assertThatThrownBy(() -> lines(""))
                .hasMessage("there is no docs/results/step-02-mutations.sha256: measure again: .ci/mutations");
    }

    private List<String> lines(String old) throws IOException {
        return PlantedProject.lines(new Mutations(root), "", old);
    }

    private static String mutant(String className, String mutator, int line, String outcome) {
        return "%s.java,dev.minikv.step02.%s,org.pitest.mutationtest.engine.gregor.mutators.%s,m,%d,%s"
                .formatted(className.replaceAll(".*\\.|\\$.*", ""), className, mutator, line, outcome);
    }

    private void write(String path, String... lines) throws IOException {
        project.write(path, lines);
    }
}
