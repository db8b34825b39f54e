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
import java.util.stream.Stream;

/// Writes how many mutants of a step its tests kill, and which ones survive: `mutants`.
///
/// The figures are from PIT's report. Measuring takes a while, so it is not part of every build: the report
/// is in `docs/results`, with the checksums of the sources that were measured.
public final class Mutations implements Generator {

    private static final List<String> COUNTS = List.of("package", "mutants", "killed", "survived", "no coverage");
    private static final List<String> SURVIVORS = List.of("class", "line", "mutator");
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
        List<Map<String, String>> mutants =
                Mutants.reported(root, Steps.name(step), List.of(step.folder().resolve("src")));
        Map<String, List<String>> rows = ByPackage.rows(step, mutants, Mutations::packageOf, Mutations::counts);
        var lines = new ArrayList<>(GeneratedTable.in(block).with(COUNTS, rows));
        List<String> survivors = survivors(mutants, step);
        if (!survivors.isEmpty()) {
            lines.add("");
            lines.addAll(new GeneratedTable(Map.of()).with(SURVIVORS, Map.of()));
            lines.addAll(survivors);
        }
        return lines;
    }

    private static String packageOf(Map<String, String> mutant) {
        return mutant.get("class").replaceFirst("\\.[^.]*$", "");
    }

    private static List<String> counts(List<Map<String, String>> mutants) {
        long survived = count(mutants, Mutants.SURVIVED);
        long notCovered = count(mutants, Mutants.NOT_COVERED);
        return Stream.of(mutants.size(), mutants.size() - survived - notCovered, survived, notCovered)
                .map(Object::toString)
                .toList();
    }

    private static long count(List<Map<String, String>> mutants, String status) {
        return mutants.stream()
                .filter(mutant -> mutant.get("status").equals(status))
                .count();
    }

    /// Returns a row for each mutant that was not killed, with the line of the source that it changes.
    private static List<String> survivors(List<Map<String, String>> mutants, Step step) throws IOException {
        var survivors = new LinkedHashSet<String>();
        for (Map<String, String> mutant : mutants) {
            if (Mutants.isAlive(mutant)) {
                Path source = step.folder()
                        .resolve("src/main/java")
                        .resolve(packageOf(mutant).replace('.', '/'))
                        .resolve(mutant.get("file"));
                String line = Files.readAllLines(source).get(Integer.parseInt(mutant.get("line")) - 1);
                String className = mutant.get("class").replaceFirst(".*\\.", "").replace('$', '.');
                String mutator = Mutants.mutator(mutant);
                survivors.add(GeneratedTable.line(Stream.of(className, line.strip(), mutator)
                        .map(code -> "`" + code.replace("|", "\\|") + "`")
                        .toList()));
            }
        }
        return List.copyOf(survivors);
    }
}
