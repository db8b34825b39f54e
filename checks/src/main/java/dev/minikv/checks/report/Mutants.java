package dev.minikv.checks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// PIT's reports on mutants, in `docs/results`.
///
/// Measuring takes minutes, so it is not part of every build: beside each report are the checksums of the
/// files that were measured.
final class Mutants {

    static final String SURVIVED = "SURVIVED"; // the tests ran the changed line and did not notice
    static final String NOT_COVERED = "NO_COVERAGE"; // no test ran it

    /// The columns of PIT's report, which has one mutant per line. The first line may name them, and the
    /// last column, the test that killed the mutant, may be missing.
    private static final String REPORTED = "file,class,mutator,method,line,status,test";

    private static final String REMEDY = ": measure again: .ci/mutations";

    private Mutants() {}

    /// Returns a report's mutants, by the names of its columns.
    ///
    /// @param name what the report is about
    /// @param folders the folders of the files that were measured
    /// @throws IOException if there is no report, or a file has changed since
    static List<Map<String, String>> reported(Path root, String name, List<Path> folders) throws IOException {
        Path results = root.resolve("docs/results/" + name + "-mutations.csv");
        Path sums = root.resolve("docs/results/" + name + "-mutations.sha256");
        for (Path file : List.of(results, sums)) {
            if (!Files.isRegularFile(file)) {
                throw new IOException("there is no " + root.relativize(file) + REMEDY);
            }
        }
        List<String> changes = Checksums.read(sums).differences(root, folders);
        if (!changes.isEmpty()) {
            throw new IOException(String.join(", ", changes) + REMEDY);
        }
        List<String> lines = Files.readAllLines(results).stream()
                .filter(line -> !line.startsWith("file,"))
                .toList();
        return Csv.read(REPORTED, lines);
    }

    /// Returns whether no test has killed a mutant.
    static boolean isAlive(Map<String, String> mutant) {
        return List.of(SURVIVED, NOT_COVERED).contains(mutant.get("status"));
    }

    /// Returns how a mutant was made, such as "ConditionalsBoundary".
    static String mutator(Map<String, String> mutant) {
        return mutant.get("mutator").replaceFirst(".*\\.", "").replaceFirst("Mutator", "");
    }
}
