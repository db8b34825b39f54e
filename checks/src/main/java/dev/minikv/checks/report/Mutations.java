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

/// Writes how many mutants of a step its tests kill, and which they do not: `mutants`.
///
/// The figures are from PIT's report. As measuring takes a while, it is not part of every build: the
/// report is in `docs/results`, with the checksums of the sources that it was measured on.
public final class Mutations implements Generator {

    private static final List<String> COUNTS = List.of("package", "mutants", "killed", "survived", "no coverage");
    private static final List<String> SURVIVORS = List.of("class", "line", "mutator");
    /// The columns of PIT's report, one mutant a line. The first line may name them, and the last column, the
    /// test that killed it, need not be there.
    private static final String REPORTED = "file,class,mutator,method,line,status,test";

    private static final String SURVIVED = "SURVIVED"; // the tests ran the changed line and did not notice
    private static final String NOT_COVERED = "NO_COVERAGE"; // no test ran it

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
        List<Map<String, String>> mutants = upToDate(step);
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

    private List<Map<String, String>> upToDate(Step step) throws IOException {
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
        List<String> lines = Files.readAllLines(results).stream()
                .filter(line -> !line.startsWith("file,"))
                .toList();
        return Csv.read(REPORTED, lines);
    }

    private static String packageOf(Map<String, String> mutant) {
        return mutant.get("class").replaceFirst("\\.[^.]*$", "");
    }

    private static List<String> counts(List<Map<String, String>> mutants) {
        long survived = count(mutants, SURVIVED);
        long notCovered = count(mutants, NOT_COVERED);
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
            if (List.of(SURVIVED, NOT_COVERED).contains(mutant.get("status"))) {
                Path source = step.folder()
                        .resolve("src/main/java")
                        .resolve(packageOf(mutant).replace('.', '/'))
                        .resolve(mutant.get("file"));
                String line = Files.readAllLines(source).get(Integer.parseInt(mutant.get("line")) - 1);
                String className = mutant.get("class").replaceFirst(".*\\.", "").replace('$', '.');
                String mutator = mutant.get("mutator").replaceFirst(".*\\.", "").replaceFirst("Mutator", "");
                survivors.add(GeneratedTable.line(Stream.of(className, line.strip(), mutator)
                        .map(code -> "`" + code.replace("|", "\\|") + "`")
                        .toList()));
            }
        }
        return List.copyOf(survivors);
    }
}
