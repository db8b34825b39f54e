package dev.minikv.checks.report;

import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.generated.GeneratedTable;
import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Table;
import dev.minikv.workbook.catalog.Catalog;
import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Writes the numbers that prove each exercise: `proofs`. It refuses if a mutant of a solution has survived
/// without an explanation, and if an explanation is for a mutant that was killed.
public final class ExerciseProofs implements Generator {

    private static final List<String> COLUMNS =
            List.of("exercise", "rules", "wrong solutions", "mutants", "killed", "equivalent");

    private final Path root;

    public ExerciseProofs(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "proofs";
    }

    @Override
    public boolean writes(Table table) {
        return table.columns().equals(COLUMNS);
    }

    @Override
    public List<String> lines(Page page, Generated block) throws IOException {
        List<Exercise> exercises = Catalog.read(root).exercises();
        List<Path> folders = exercises.stream()
                .flatMap(exercise -> Stream.of(exercise.solution(), exercise.testFolder()))
                .toList();
        List<Map<String, String>> mutants = Mutants.reported(root, "exercises", folders);
        var rows = new LinkedHashMap<String, List<String>>();
        var problems = new ArrayList<String>();
        int[] all = new int[COLUMNS.size() - 1];
        for (Exercise exercise : exercises) {
            List<Map<String, String>> its = mutants.stream()
                    .filter(mutant -> mutant.get("class").startsWith(exercise.packageName() + "."))
                    .toList();
            List<String> alive = its.stream()
                    .filter(Mutants::isAlive)
                    .map(ExerciseProofs::named)
                    .toList();
            problems.addAll(problems(exercise, its, alive));
            int[] counts = {
                exercise.rules().size(), exercise.wrongs().size(), its.size(), its.size() - alive.size(), alive.size()
            };
            rows.put(exercise.id(), row(exercise.id() + " " + exercise.title(), counts));
            Arrays.setAll(all, i -> all[i] + counts[i]);
        }
        if (!problems.isEmpty()) {
            throw new IOException(String.join("; ", problems));
        }
        rows.put("all", row("all", all));
        return new GeneratedTable(Map.of()).with(COLUMNS, rows);
    }

    private static List<String> problems(Exercise exercise, List<?> mutants, List<String> alive) {
        var problems = new ArrayList<String>();
        if (mutants.isEmpty() && !exercise.judges()) { // there, the judged code may have nothing to mutate
            problems.add(exercise.id() + " has no mutants: measure again: .ci/mutations");
        }
        for (String mutant : new TreeSet<>(alive)) {
            if (!exercise.equivalents().containsKey(mutant)) {
                problems.add(exercise.id() + ": nothing kills " + mutant + ", and no 'equivalent' says why");
            }
        }
        for (String mutant : exercise.equivalents().keySet()) {
            if (!alive.contains(mutant)) {
                problems.add(exercise.id() + ": an 'equivalent' explains " + mutant
                        + ", which was killed or does not exist");
            }
        }
        return problems;
    }

    /// Returns a mutant's name in exercise.properties.
    private static String named(Map<String, String> mutant) {
        return mutant.get("file").replace(".java", "") + "." + mutant.get("line") + "." + Mutants.mutator(mutant);
    }

    private static List<String> row(String name, int[] counts) {
        var row = new ArrayList<>(List.of(name));
        Arrays.stream(counts).mapToObj(Integer::toString).forEach(row::add);
        return row;
    }
}
