package dev.minikv.checks.bug;

import dev.minikv.checks.page.Fence;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A bug in a chapter: a `diff` block shows it, and a row of a table says what catches it.
///
/// Its name is the start of the heading above the block, up to a full stop or a colon, and also the first
/// cell of the row. It must have exactly one block and one row.
record Bug(String name, List<Fence> diffs, List<Catch> catches) {

    /// Returns the bugs on a page, in the order in which they are shown.
    static List<Bug> on(Page page) {
        Map<String, Bug> bugs = new LinkedHashMap<>();
        for (Fence diff : page.fences("diff")) {
            String name = diff.heading().split("[.:]", 2)[0];
            bugs.computeIfAbsent(name, Bug::called).diffs.add(diff);
        }
        for (Table table : page.tables()) {
            if (table.startsWith("bug")) {
                for (Table.Row row : table.rows()) {
                    bugs.computeIfAbsent(row.words(0), Bug::called).catches.add(new Catch(table, row));
                }
            }
        }
        return List.copyOf(bugs.values());
    }

    private static Bug called(String name) {
        return new Bug(name, new ArrayList<>(), new ArrayList<>());
    }

    /// Returns the number of the first line about it.
    int line() {
        return diffs.isEmpty() ? catches.getFirst().line() : diffs.getFirst().line();
    }

    /// Returns its name, for the text of a problem.
    @Override
    public String toString() {
        return "bug '" + name + "'";
    }
}
