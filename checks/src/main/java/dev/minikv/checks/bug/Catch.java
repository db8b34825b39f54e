package dev.minikv.checks.bug;

import dev.minikv.checks.page.Problem;
import dev.minikv.checks.page.Table;
import dev.minikv.checks.trial.TestKind;
import java.util.List;
import java.util.stream.Collectors;

/// A table's claim about one bug: which kinds of test miss it, which kind is the first to catch it, and
/// with which tests.
///
/// The table starts with the column `bug` and ends with `caught by`. The columns with the names of kinds
/// hold `·` for a kind that misses the bug, `×` for the first that catches it, and nothing in later
/// columns. Other columns hold words.
record Catch(Table table, Table.Row row) {

    private static final String MISSED = "·";
    private static final String CAUGHT = "×";
    private static final String CAUGHT_BY = "caught by";

    int line() {
        return row.line();
    }

    /// Returns what is wrong with the form of the table or of the row.
    ///
    /// @param all all kinds of test, in their order
    List<Problem> problems(List<TestKind> all) {
        List<String> order = all.stream().map(TestKind::name).toList();
        List<String> kinds = table.columns().stream().filter(order::contains).toList();
        if (!kinds.equals(order.stream().filter(kinds::contains).toList())) {
            return problem(table.line(), "the kinds are out of order", order.toString(), kinds.toString());
        }
        for (int i = 0; i < table.columns().size(); i++) {
            String column = table.columns().get(i);
            if (isMark(row.words(i)) && !order.contains(column)) {
                return problem(table.line(), "a column is not a kind of test", "one of " + order, column);
            }
        }
        String marks = kinds.stream()
                .map(this::mark)
                .map(mark -> mark.isEmpty() ? " " : mark)
                .collect(Collectors.joining());
        if (!marks.matches(MISSED + "*" + CAUGHT + " *")) {
            return problem(line(), "the marks are not valid", MISSED + " for each miss, then " + CAUGHT, marks);
        }
        if (!table.columns().getLast().equals(CAUGHT_BY) || tests().isEmpty()) {
            return problem(line(), "no test is named", "a name as code, in the last column: " + CAUGHT_BY, "none");
        }
        return List.of();
    }

    private static List<Problem> problem(int line, String what, String expected, String actual) {
        return List.of(new Problem(line, what, expected, actual));
    }

    /// Returns the kinds that miss it.
    List<TestKind> missedBy(List<TestKind> all) {
        return all.stream().filter(kind -> mark(kind.name()).equals(MISSED)).toList();
    }

    /// Returns the first kind that catches it.
    TestKind caughtBy(List<TestKind> all) {
        return all.stream()
                .filter(kind -> mark(kind.name()).equals(CAUGHT))
                .findFirst()
                .orElseThrow();
    }

    /// Returns the names of tests that catch it.
    List<String> tests() {
        return row.cells().getLast().code();
    }

    private String mark(String kind) {
        int column = table.columns().indexOf(kind);
        return column < 0 ? "" : row.words(column);
    }

    private static boolean isMark(String words) {
        return words.equals(MISSED) || words.equals(CAUGHT);
    }
}
