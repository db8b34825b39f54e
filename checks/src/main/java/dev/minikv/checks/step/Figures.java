package dev.minikv.checks.step;

import dev.minikv.checks.page.Problem;
import dev.minikv.checks.page.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Compares a table of figures for each package with a report.
///
/// The first cell of a row is a package of the step, by its name below the step's own; that one has
/// its full name. A row `all` may sum them up, and each package in the report has to have a row.
public final class Figures {

    /// The name of the row that sums up the others.
    static final String ALL = "all";

    private Figures() {}

    /// Returns what differs.
    ///
    /// @param report for each package and for [#ALL], the cells behind its name, as they should be
    public static List<Problem> problems(Table table, Map<String, List<String>> report) {
        var problems = new ArrayList<Problem>();
        var missing = new TreeSet<>(report.keySet());
        missing.remove(ALL);
        for (Table.Row row : table.rows()) {
            String name = row.words(0);
            missing.remove(name);
            List<String> actual = report.get(name);
            if (actual == null) {
                String names = report.keySet().toString();
                problems.add(new Problem(row.line(), "the report has no such package", name, names));
                continue;
            }
            for (int i = 0; i < actual.size(); i++) {
                String said = row.words(i + 1);
                if (!said.equals(actual.get(i))) {
                    String what = "the figure under '%s' for %s is false"
                            .formatted(table.columns().get(i + 1), name);
                    problems.add(new Problem(row.line(), what, said, actual.get(i)));
                }
            }
        }
        if (!missing.isEmpty()) {
            String what = "the table leaves out what the report has";
            problems.add(new Problem(table.line(), what, "every package", "none of " + missing));
        }
        return problems;
    }

    /// Returns the name of a package in a table.
    public static String name(String packageName, Step step) {
        String start = step.packageName() + ".";
        return packageName.startsWith(start) ? packageName.substring(start.length()) : packageName;
    }
}
