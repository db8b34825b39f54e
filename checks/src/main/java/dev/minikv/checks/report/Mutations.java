package dev.minikv.checks.report;

import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.generated.GeneratedTable;
import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Table;
import dev.minikv.checks.step.Steps;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Writes how many mutants of a step its tests kill, and which they do not: `mutants`.
///
/// The figures are from PIT's report. As measuring takes a while, it is not part of every build: the
/// report is in `docs/results`, with the checksums of the sources that it was measured on.
public final class Mutations implements Generator {

    private static final List<String> COUNTS = List.of("package", "mutants", "killed", "survived", "no coverage");
    private static final List<String> SURVIVORS = List.of("class", "line", "mutator");
    private static final String REMEDY = ": measure again: .ci/mutations";

    private final Path root;

    public Mutations(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "mutants";
    }

    @Override
    public boolean writes(Table table) {
        return table.columns().equals(COUNTS) || table.columns().equals(SURVIVORS);
    }

    @Override
    public List<String> lines(Page page, Generated block) throws IOException {
        Step step = Steps.of(root, page);
        List<Mutant> mutants = upToDate(step);
        Map<String, List<String>> rows = ByPackage.rows(
                step,
                mutants,
                Mutant::packageName,
                its -> List.of(
                        count(its, _ -> true),
                        count(its, Mutant::isKilled),
                        count(its, Mutant::survived),
                        count(its, Mutant::isNotCovered)));
        var lines = new ArrayList<>(GeneratedTable.in(block).with(COUNTS, rows));
        List<String> survivors = survivors(mutants, step);
        if (!survivors.isEmpty()) {
            lines.add("");
            lines.addAll(new GeneratedTable(Map.of()).with(SURVIVORS, Map.of()));
            lines.addAll(survivors);
        }
        return lines;
    }

    private List<Mutant> upToDate(Step step) throws IOException {
        Path results = root.resolve("docs/results/" + Steps.name(step) + "-mutations.csv");
        Path sums = root.resolve("docs/results/" + Steps.name(step) + "-mutations.sha256");
        for (Path file : List.of(results, sums)) {
            if (!Files.isRegularFile(file)) {
                throw new IOException("there is no " + root.relativize(file) + REMEDY);
            }
        }
        List<String> changes =
                Checksums.read(sums).differences(root, step.folder().resolve("src"));
        if (!changes.isEmpty()) {
            throw new IOException(String.join(", ", changes) + REMEDY);
        }
        return Mutant.read(results);
    }

    private static String count(List<Mutant> mutants, Predicate<Mutant> which) {
        return Long.toString(mutants.stream().filter(which).count());
    }

    /// Returns a row for each mutant that was not killed, with the line of the source that it changes.
    private static List<String> survivors(List<Mutant> mutants, Step step) throws IOException {
        var survivors = new LinkedHashSet<String>();
        for (Mutant mutant : mutants) {
            if (!mutant.isKilled()) {
                Path source = step.folder()
                        .resolve("src/main/java")
                        .resolve(mutant.packageName().replace('.', '/'))
                        .resolve(mutant.file());
                String line = Files.readAllLines(source).get(mutant.line() - 1).strip();
                survivors.add(GeneratedTable.line(Stream.of(mutant.className(), line, mutant.mutator())
                        .map(code -> "`" + code.replace("|", "\\|") + "`")
                        .toList()));
            }
        }
        return List.copyOf(survivors);
    }
}
