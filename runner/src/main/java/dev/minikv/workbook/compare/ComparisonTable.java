package dev.minikv.workbook.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A comparison as text in columns, or as a table of Markdown.
///
/// @param head the columns' titles
/// @param body the rows, a cell for each column
public record ComparisonTable(List<String> head, List<List<String>> body) {

    private static final int FIRST_FIGURE = 1; // columns from here on hold figures, to the right
    private static final int LAST_FIGURE = 4;

    /// Returns the table of a comparison.
    public static ComparisonTable of(Comparison comparison) {
        return new ComparisonTable(
                List.of("benchmark", comparison.before(), comparison.after(), "unit", "speed", "verdict"),
                comparison.rows().stream()
                        .map(row -> List.of(
                                row.name(),
                                Rounded.score(row.before()),
                                Rounded.score(row.after()),
                                Rounded.unit(row),
                                Rounded.ratio(row.speed()),
                                row.verdict().text()))
                        .toList());
    }

    /// Returns the lines of the table for a screen of characters.
    public List<String> text() {
        int[] widths = IntStream.range(0, head.size())
                .map(column -> Math.max(
                        head.get(column).length(),
                        body.stream()
                                .mapToInt(row -> row.get(column).length())
                                .max()
                                .orElse(0)))
                .toArray();
        var lines = new ArrayList<String>();
        lines.add(line(head, widths));
        body.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String space = " ".repeat(widths[column] - cells.get(column).length());
            line.append(isFigure(column) ? space + cells.get(column) : cells.get(column) + space)
                    .append("  ");
        }
        return line.toString().stripTrailing();
    }

    /// Returns the lines of the table in Markdown.
    public List<String> markdown() {
        var lines = new ArrayList<String>();
        lines.add(markdown(head));
        lines.add(IntStream.range(0, head.size())
                .mapToObj(column -> isFigure(column) ? "--:|" : "---|")
                .reduce("|", String::concat));
        body.forEach(row -> lines.add(markdown(row)));
        return lines;
    }

    private static String markdown(List<String> cells) {
        return cells.stream().map(cell -> " " + cell.replace("|", "\\|") + " |").reduce("|", String::concat);
    }

    private static boolean isFigure(int column) {
        return column >= FIRST_FIGURE && column <= LAST_FIGURE;
    }
}
