package dev.minikv.checks.step;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationsTest implements CheckContract {

    private static final String FIGURES = """
            | package | mutants | killed | survived | no coverage |
            |---|---|---|---|---|
            | `store` | 2 | 2 | 0 | 0 |
            | `repl` | 4 | 1 | 2 | 1 |

            """;

    private static final String SURVIVORS = """
            | class | line | mutator | why |
            |---|---|---|---|
            | `LineInput` | `return a < b;` | `ConditionalsBoundary` | a reason |
            | `LineInput` | `return a \\|\\| b;` | `RemoveConditional_EQUAL_ELSE` | |
            | `LineInput.Chunk` | `flush();` | `VoidMethodCall` | |
            """;

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() {
        return new Mutations(Project.root());
    }

    @Override
    public long plainCount(String text) {
        return count("^\\| *package *\\| *mutants *\\|", text)
                + count("^\\| *class *\\| *line *\\| *mutator *\\|", text);
    }

    @BeforeEach
    void write_a_report() throws Exception {
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
    void the_counts_and_the_survivors_of_the_report_are_true() throws Exception {
        assertThat(problemsOf(FIGURES + SURVIVORS)).isEmpty();
        assertThat(problemsOf(FIGURES.replace("\n\n", "\n| all | 6 | 3 | 2 | 1 |\n\n") + SURVIVORS))
                .isEmpty();
    }

    @Test
    void a_report_without_the_names_of_its_columns_and_of_tests_is_read_too() throws Exception {
        Path results = planted.resolve("docs/results/step-02-mutations.csv");
        List<String> lines = Files.readAllLines(results).stream()
                .skip(1)
                .map(line -> String.join(",", List.of(line.split(",")).subList(0, 6)))
                .toList();
        Files.write(results, lines);

        assertThat(problemsOf(FIGURES + SURVIVORS)).isEmpty();
    }

    @Test
    void every_false_figure_is_found() throws Exception {
        assertThat(problemsOf(FIGURES.replace("| 2 | 2 | 0 | 0 |", "| 3 | 2 | 1 | 0 |") + SURVIVORS))
                .containsExactly("""
                docs/step-02-b.md:3: the figure under 'mutants' for store is false
                  expected: 3
                  actual:   2""", """
                docs/step-02-b.md:3: the figure under 'survived' for store is false
                  expected: 1
                  actual:   0""");
    }

    @Test
    void a_package_left_out_is_found() throws Exception {
        assertThat(problemsOf(FIGURES.replaceAll("\\| `store`.*\n", "") + SURVIVORS))
                .containsExactly("""
                docs/step-02-b.md:1: the table leaves out what the report has
                  expected: every package
                  actual:   none of [store]""");
    }

    @Test
    void a_survivor_that_is_not_named_is_found() throws Exception {
        assertThat(problemsOf(FIGURES + SURVIVORS.replaceAll(".*VoidMethodCall.*\n", "")))
                .containsExactly("""
                docs/step-02-b.md:6: a mutant that was not killed is not named
                  expected: a row for each
                  actual:   LineInput.Chunk, VoidMethodCall: flush();""");
    }

    @Test
    void figures_without_any_survivors_named_are_found() throws Exception {
        assertThat(problemsOf(FIGURES)).hasSize(3).first().asString().isEqualTo("""
                docs/step-02-b.md:1: a mutant that was not killed is not named
                  expected: a row for each
                  actual:   LineInput, ConditionalsBoundary: return a < b;""");
    }

    @Test
    void a_survivor_that_was_killed_or_stands_in_another_line_is_found() throws Exception {
        assertThat(problemsOf(FIGURES
                        + SURVIVORS
                        + "| `LineInput` | `return a < b;` | `NegateConditionals` | |\n"
                        + "| `LineInput` | `return a > b;` | `ConditionalsBoundary` | |\n"))
                .hasSize(2)
                .allMatch(problem -> problem.contains("no such mutant has survived"))
                .first()
                .asString()
                .startsWith("""
                docs/step-02-b.md:11: no such mutant has survived
                  expected: LineInput, NegateConditionals: return a < b;
                  actual:   survivors: [LineInput, ConditionalsBoundary: return a < b;, LineInput""");
    }

    @Test
    void a_source_that_has_changed_since_is_found() throws Exception {
        write("step-02-b/src/main/java/dev/minikv/step02/store/MiniKvStore.java", "class MiniKvStore { }");
        write("step-02-b/src/main/java/dev/minikv/step02/store/New.java", "class New {}");
        Files.delete(planted.resolve("step-02-b/src/main/java/dev/minikv/step02/repl/LineInput.java"));

        assertThat(problemsOf(FIGURES)).containsExactly("""
                docs/step-02-b.md:1: the report of mutants is out of date
                  expected: no changes
                  actual:   step-02-b/src/main/java/dev/minikv/step02/repl/LineInput.java is gone, \
                step-02-b/src/main/java/dev/minikv/step02/store/MiniKvStore.java has changed, \
                step-02-b/src/main/java/dev/minikv/step02/store/New.java is new: measure again: .ci/mutations""");
    }

    @Test
    void other_ends_of_lines_are_no_change() throws Exception {
        Path source = planted.resolve("step-02-b/src/main/java/dev/minikv/step02/repl/LineInput.java");
        Files.writeString(source, Files.readString(source).replace("\n", "\r\n"));

        assertThat(problemsOf(FIGURES + SURVIVORS)).isEmpty();
    }

    @Test
    void a_line_that_is_no_checksum_is_refused() throws Exception {
        write(
                "docs/results/step-02-mutations.sha256",
                "step-02-b/src/main/java/dev/minikv/step02/store/MiniKvStore.java");

        assertThatThrownBy(() -> problemsOf(FIGURES))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("not a line of sha256sum in ");
    }

    @Test
    void missing_results_are_found() throws Exception {
        Files.delete(planted.resolve("docs/results/step-02-mutations.sha256"));

        assertThat(problemsOf(FIGURES)).containsExactly("""
                docs/step-02-b.md:1: there is no report of mutants
                  expected: docs/results/step-02-mutations.sha256
                  actual:   measure again: .ci/mutations""");
    }

    private List<String> problemsOf(String chapter) throws Exception {
        return new Mutations(planted)
                .check(new Page("docs/step-02-b.md", chapter))
                .problems();
    }

    private static String mutant(String className, String mutator, int line, String outcome) {
        return "%s.java,dev.minikv.step02.%s,org.pitest.mutationtest.engine.gregor.mutators.%s,m,%d,%s"
                .formatted(className.replaceAll(".*\\.|\\$.*", ""), className, mutator, line, outcome);
    }

    private void write(String path, String... lines) throws IOException {
        Path file = planted.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }
}
