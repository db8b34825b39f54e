package dev.minikv.checks.trial;

import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Table;
import java.util.List;

/// A kind of test in a chapter, such as boundaries: a row of the table whose first columns are `kind`,
/// `class` and `tests`.
///
/// @param line the number of its line
/// @param classes the simple names of its test classes, from the code in the second column
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
