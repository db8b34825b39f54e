package dev.minikv.checks.step;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import dev.minikv.checks.page.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Checks what a chapter says about mutants: how many its step's tests kill, and which they do not.
///
/// The first is in a table that starts with the columns `package`, `mutants`, `killed`, `survived`
/// and `no coverage`, the second in one that starts with `class`, `line` (its text in the source)
/// and `mutator`. Every mutant that was not killed is named there, and no other.
///
/// The truth is in PIT's report. As measuring takes a while, it is not part of every build: the
/// report is in `docs/results`, with the checksums of the sources that it was measured on.
public final class Mutations implements Check<Table> {

    private static final String REMEDY = "measure again: .ci/mutations";

    private final Path root;

    public Mutations(Path root) {
        this.root = root;
    }

    /// A mutant that was not killed, as a row of the table names it.
    private record Survivor(String className, String line, String mutator) {

        @Override
        public String toString() {
            return className + ", " + mutator + ": " + line;
        }
    }

    @Override
    public List<Table> statements(Page page) {
        return page.tables().stream()
                .filter(table -> countsMutants(table) || namesSurvivors(table))
                .toList();
    }

    private static boolean countsMutants(Table table) {
        return table.startsWith("package", "mutants", "killed", "survived", "no coverage");
    }

    private static boolean namesSurvivors(Table table) {
        return table.startsWith("class", "line", "mutator");
    }

    @Override
    public List<Problem> problems(Page page, Table table) throws IOException {
        Step step = Step.of(root, page);
        Path results = root.resolve("docs/results/step-0" + step.number() + "-mutations.csv");
        Path sums = root.resolve("docs/results/step-0" + step.number() + "-mutations.sha256");
        for (Path file : List.of(results, sums)) {
            if (!Files.isRegularFile(file)) {
                String path = root.relativize(file).toString();
                return List.of(new Problem(table.line(), "there is no report of mutants", path, REMEDY));
            }
        }
        List<String> changes =
                Checksums.read(sums).differences(root, step.folder().resolve("src"));
        if (!changes.isEmpty()) {
            String actual = String.join(", ", changes) + ": " + REMEDY;
            return List.of(new Problem(table.line(), "the report of mutants is out of date", "no changes", actual));
        }
        List<Mutant> mutants = Mutant.read(results);
        if (namesSurvivors(table)) {
            return survivors(table.line(), table.rows(), survivors(mutants, step));
        }
        var problems = new ArrayList<>(Figures.problems(table, cells(mutants, step)));
        if (page.tables().stream().noneMatch(Mutations::namesSurvivors)) {
            problems.addAll(survivors(table.line(), List.of(), survivors(mutants, step)));
        }
        return problems;
    }

    private static Map<String, List<String>> cells(List<Mutant> mutants, Step step) {
        Map<String, List<Mutant>> byPackage = new TreeMap<>();
        byPackage.put(Figures.ALL, mutants);
        for (Mutant mutant : mutants) {
            String name = Figures.name(mutant.packageName(), step);
            byPackage.computeIfAbsent(name, _ -> new ArrayList<>()).add(mutant);
        }
        var cells = new TreeMap<String, List<String>>();
        byPackage.forEach((name, its) -> cells.put(
                name,
                List.of(
                        count(its, _ -> true),
                        count(its, Mutant::isKilled),
                        count(its, Mutant::survived),
                        count(its, Mutant::isNotCovered))));
        return cells;
    }

    private static String count(List<Mutant> mutants, Predicate<Mutant> which) {
        return Long.toString(mutants.stream().filter(which).count());
    }

    private static Set<Survivor> survivors(List<Mutant> mutants, Step step) throws IOException {
        var survivors = new LinkedHashSet<Survivor>();
        for (Mutant mutant : mutants) {
            if (!mutant.isKilled()) {
                Path source = step.folder()
                        .resolve("src/main/java")
                        .resolve(mutant.packageName().replace('.', '/'))
                        .resolve(mutant.file());
                String line = Files.readAllLines(source).get(mutant.line() - 1).strip();
                survivors.add(new Survivor(mutant.className(), line, mutant.mutator()));
            }
        }
        return survivors;
    }

    private static List<Problem> survivors(int line, List<Table.Row> rows, Set<Survivor> actual) {
        var problems = new ArrayList<Problem>();
        var unnamed = new LinkedHashSet<>(actual);
        for (Table.Row row : rows) {
            var said = new Survivor(row.words(0), row.words(1), row.words(2));
            unnamed.remove(said);
            if (!actual.contains(said)) {
                String what = "no such mutant has survived";
                problems.add(new Problem(row.line(), what, said.toString(), "survivors: " + actual));
            }
        }
        for (Survivor survivor : unnamed) {
            String what = "a mutant that was not killed is not named";
            problems.add(new Problem(line, what, "a row for each", survivor.toString()));
        }
        return problems;
    }
}
