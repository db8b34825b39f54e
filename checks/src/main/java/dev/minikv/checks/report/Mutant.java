package dev.minikv.checks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A small change of the code that PIT has tried out on the tests.
///
/// @param file the name of its source
/// @param packageName the package of its class
/// @param className the class, without the package: of a nested one `Outer.Inner`
/// @param mutator the kind of change, such as `ConditionalsBoundary`
/// @param line the number of the line of the source
/// @param status what became of it, such as `KILLED`
record Mutant(String file, String packageName, String className, String mutator, int line, String status) {

    /// Reads a report as PIT writes it: one mutant a line. The test that killed it need not be there, nor a
    /// first line with the names of the columns.
    static List<Mutant> read(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv).stream()
                .filter(line -> !line.startsWith("file,"))
                .toList();
        return Csv.read("file,class,mutator,method,line,status,test", lines).stream()
                .map(Mutant::of)
                .toList();
    }

    private static Mutant of(Map<String, String> cells) {
        String qualified = cells.get("class");
        int dot = qualified.lastIndexOf('.');
        return new Mutant(
                cells.get("file"),
                qualified.substring(0, dot),
                qualified.substring(dot + 1).replace('$', '.'),
                cells.get("mutator").replaceFirst(".*\\.", "").replaceFirst("Mutator", ""),
                Integer.parseInt(cells.get("line")),
                cells.get("status"));
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
