package dev.minikv.checks.trial;

import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Table;
import java.util.List;

/// A kind of test that a chapter names, such as boundaries: a row of its table that starts with
/// the columns `kind`, `class` and `tests`.
///
/// @param line where it stands
/// @param classes the simple names of its test classes: the code in the second column
public record TestKind(int line, String name, List<String> classes) {

    static boolean areIn(Table table) {
        return table.startsWith("kind", "class", "tests");
    }

    /// Returns the kinds on a page.
    public static List<TestKind> in(Page page) {
        return page.tables().stream()
                .filter(TestKind::areIn)
                .flatMap(table -> table.rows().stream())
                .map(row -> new TestKind(
                        row.line(), row.words(0), row.cells().get(1).code()))
                .toList();
    }
}
