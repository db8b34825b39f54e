package dev.minikv.checks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small change of the code that PIT has tried out on the tests.
///
/// @param file the name of its source
/// @param packageName the package of its class
/// @param className the class, without the package: of a nested one `Outer.Inner`
/// @param mutator the kind of change, such as `ConditionalsBoundary`
/// @param line the number of the line of the source
/// @param status what became of it, such as `KILLED`
record Mutant(String file, String packageName, String className, String mutator, int line, String status) {

    /// Reads a report as PIT writes it: one mutant a line, with its file, class, mutator, method,
    /// line, status and, if that is kept, the test that killed it. A first line may name these
    /// columns.
    static List<Mutant> read(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .filter(line -> !line.startsWith("file,"))
                .map(Mutant::of)
                .toList();
    }

    private static Mutant of(String line) {
        String[] cells = line.split(",", 7); // the name of a test may hold commas
        String qualified = cells[1];
        int dot = qualified.lastIndexOf('.');
        String mutator = cells[2].substring(cells[2].lastIndexOf('.') + 1).replaceFirst("Mutator", "");
        return new Mutant(
                cells[0],
                qualified.substring(0, dot),
                qualified.substring(dot + 1).replace('$', '.'),
                mutator,
                Integer.parseInt(cells[4]),
                cells[5]);
    }

    /// Whether the tests ran the changed line and did not notice.
    boolean survived() {
        return status.equals("SURVIVED");
    }

    /// Whether no test ran the changed line.
    boolean isNotCovered() {
        return status.equals("NO_COVERAGE");
    }

    /// Whether the tests noticed: one failed, or did not come to its end.
    boolean isKilled() {
        return !survived() && !isNotCovered();
    }
}
