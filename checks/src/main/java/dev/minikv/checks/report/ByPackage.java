package dev.minikv.checks.report;

import dev.minikv.workbook.step.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// A table with a row for each package of a step, and one for all of them.
final class ByPackage {

    private static final String ALL = "all";

    private ByPackage() {}

    /// Returns the cells of each row. A package is named relative to the step's own package, which has its
    /// full name.
    ///
    /// @param reported a report's entries for the whole step
    /// @param cells makes the cells after a name from the entries for its package
    static <T> Map<String, List<String>> rows(
            Step step, List<T> reported, Function<T, String> packageOf, Function<List<T>, List<String>> cells) {
        var byPackage = new TreeMap<String, List<T>>();
        for (T each : reported) {
            String name = packageOf.apply(each).replace(step.packageName() + ".", "");
            byPackage.computeIfAbsent(name, _ -> new ArrayList<>()).add(each);
        }
        var rows = new LinkedHashMap<String, List<String>>();
        byPackage.forEach((name, its) -> rows.put(name, row("`" + name + "`", cells.apply(its))));
        rows.put(ALL, row(ALL, cells.apply(reported)));
        return rows;
    }

    private static List<String> row(String name, List<String> cells) {
        var row = new ArrayList<>(List.of(name));
        row.addAll(cells);
        return row;
    }
}
