package dev.minikv.checks.report;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Reports in CSV, as JaCoCo and PIT write them: no cell holds a comma, unless it is the last.
final class Csv {

    private Csv() {}

    /// Returns the cells of each line by the names of their columns.
    static List<Map<String, String>> read(String columns, List<String> lines) {
        String[] names = columns.split(",");
        return lines.stream()
                .map(line -> byName(names, line.split(",", names.length)))
                .toList();
    }

    private static Map<String, String> byName(String[] names, String[] cells) {
        return IntStream.range(0, cells.length).boxed().collect(toMap(i -> names[i], i -> cells[i]));
    }
}
