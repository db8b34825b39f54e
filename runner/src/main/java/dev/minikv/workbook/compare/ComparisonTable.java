package dev.minikv.workbook.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A comparison as text in columns, or as a table of Markdown.
///
/// @param rows the columns' titles, and then the rows, a cell for each column
public record ComparisonTable(List<List<String>> rows) {

    public static ComparisonTable of(Comparison comparison) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("benchmark", comparison.before(), comparison.after(), "unit", "speed", "verdict"));
        for (Comparison.Row row : comparison.rows()) {
            rows.add(List.of(
                    row.name(),
                    Rounded.score(row.before()),
                    Rounded.score(row.after()),
                    Rounded.unit(row),
                    Rounded.ratio(row.speed()),
                    row.verdict().text()));
        }
        return new ComparisonTable(rows);
    }

    /// Returns the lines of the table for a screen of characters.
    public List<String> text() {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String space = " ".repeat(widths[column] - cells.get(column).length());
            boolean isFigure = column > 0 && column < widths.length - 1; // figures are right-aligned
            line.append(isFigure ? space + cells.get(column) : cells.get(column) + space)
                    .append("  ");
        }
        return line.toString().stripTrailing();
    }

    public List<String> markdown() {
        var lines = new ArrayList<String>();
        for (List<String> row : rows) {
            lines.add(row.stream()
                    .map(cell -> " " + cell.replace("|", "\\|") + " |")
                    .reduce("|", String::concat));
        }
        lines.add(1, "|---|--:|--:|--:|--:|---|");
        return lines;
    }
}
