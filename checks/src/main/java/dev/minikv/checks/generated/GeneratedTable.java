package dev.minikv.checks.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A table in a generated block, as Markdown: its cells still have their markup.
///
/// @param rows the cells of each row below the head, by the words of the first cell
public record GeneratedTable(Map<String, List<String>> rows) {

    private static final Pattern BETWEEN_CELLS = Pattern.compile("(?<!\\\\)\\|");

    /// Reads the table in a block, or an empty one if there is none.
    public static GeneratedTable in(Generated block) {
        var rows = new LinkedHashMap<String, List<String>>();
        block.lines().stream().filter(line -> line.startsWith("|")).skip(2).forEach(line -> {
            List<String> cells = cells(line);
            rows.put(words(cells.getFirst()), cells);
        });
        return new GeneratedTable(rows);
    }

    /// Returns the cells in the line of a row.
    public static List<String> cells(String line) {
        return BETWEEN_CELLS.splitAsStream(line).skip(1).map(String::strip).toList();
    }

    /// Returns a cell without the backticks of code and the targets of links.
    private static String words(String cell) {
        return cell.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replace("`", "");
    }

    /// Returns the lines of this table with new rows.
    ///
    /// A row that is already here keeps its place and the markup of its first cell. If there is one column
    /// more than a row has cells, the row keeps its last cell, too; a new row has no words there yet.
    ///
    /// @param written the cells of each row, by the words of the first cell
    public List<String> with(List<String> columns, Map<String, List<String>> written) {
        var all = new LinkedHashMap<String, List<String>>();
        rows.keySet().stream().filter(written::containsKey).forEach(key -> all.put(key, written.get(key)));
        written.forEach(all::putIfAbsent);
        var lines = new ArrayList<>(List.of(line(columns), "|" + "---|".repeat(columns.size())));
        all.forEach((key, cells) -> lines.add(line(withWords(columns.size(), cells, rows.get(key)))));
        return lines;
    }

    private static List<String> withWords(int columns, List<String> cells, List<String> old) {
        var row = new ArrayList<>(cells);
        if (old != null) {
            row.set(0, old.getFirst());
        }
        if (row.size() < columns) {
            row.add(old == null ? Generator.NO_WORDS : old.getLast());
        }
        return row;
    }

    /// Returns the line of a row.
    public static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.isEmpty() ? " " : " " + cell + " ")
                .collect(Collectors.joining("|", "|", "|"));
    }
}
