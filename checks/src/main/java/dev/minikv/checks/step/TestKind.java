package dev.minikv.checks.step;

import dev.minikv.checks.page.Table;
import java.util.List;

/// A kind of test that a chapter tells of, such as boundaries: a row of its table that starts with
/// the columns `kind`, `class` and `tests`.
///
/// @param line where it stands
/// @param classes the simple names of its test classes: the code in the second column
/// @param tests what is said to be the number of its tests
public record TestKind(int line, String name, List<String> classes, String tests) {

    /// Whether a table tells of kinds of test.
    public static boolean areIn(Table table) {
        return table.startsWith("kind", "class", "tests");
    }

    /// Returns the kinds in a table.
    public static List<TestKind> in(Table table) {
        return table.rows().stream()
                .map(row -> new TestKind(
                        row.line(), row.words(0), row.cells().get(1).code(), row.words(2)))
                .toList();
    }
}
