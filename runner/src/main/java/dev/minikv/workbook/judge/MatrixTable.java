package dev.minikv.workbook.judge;

import dev.minikv.workbook.words.WordWrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A kill matrix as text that fits into a report: long lines are wrapped.
///
/// @param tests how many of the columns are tests; the others are failures outside of tests
record MatrixTable(int tests, List<Row> rows, List<Column> columns) {

    private static final int WIDTH = 98; // a report has 100 columns, and indents the table by two
    private static final int NAME_WIDTH = 44;
    private static final int MAX_COLUMNS = 30; // side by side; further ones are a table below the first
    private static final int MAX_LINES_OF_REASON = 3;
    private static final String INDENT = "     ";
    private static final String PLACES = " ".repeat(11);

    /// A subject, with one character of cells for each column.
    ///
    /// @param places where the bug survives, for a line below its name; usually none
    record Row(String kind, String name, String cells, String verdict, List<String> places) {}

    /// A test.
    ///
    /// @param falseAlarm where and how it failed on a correct subject; empty if it did not
    record Column(String test, String falseAlarm) {}

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add("your tests, each in its column: × it fails, · it passes");
        for (int from = 0; from == 0 || from < columns.size(); from += MAX_COLUMNS) {
            lines.add("");
            lines.addAll(part(from, Math.min(from + MAX_COLUMNS, columns.size())));
        }
        lines.add("");
        lines.addAll(legend());
        return String.join("\n", lines) + "\n";
    }

    /// Returns all rows, with some of the columns.
    private List<String> part(int from, int to) {
        var tens = new StringBuilder();
        var ones = new StringBuilder();
        for (int column = from; column < to; column++) {
            String mark = mark(column);
            tens.append(mark.length() > 1 && mark.endsWith("0") ? mark.charAt(0) : ' ');
            ones.append(mark.charAt(mark.length() - 1));
        }
        int longestName =
                rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int nameWidth = Math.min(NAME_WIDTH, longestName);
        var lines = new ArrayList<String>();
        Stream.of(tens, ones)
                .filter(heads -> !heads.toString().isBlank())
                .forEach(heads -> lines.add(line("", nameWidth, "", heads.toString(), "")));
        for (Row row : rows) {
            List<String> name = WordWrap.lines(row.name(), nameWidth);
            lines.add(line(row.kind(), nameWidth, name.getFirst(), row.cells().substring(from, to), row.verdict()));
            name.stream().skip(1).forEach(rest -> lines.add(line("", nameWidth, rest, "", "")));
            places(row.places()).ifPresent(lines::add);
        }
        return lines;
    }

    /// Returns a line with as many of the places as it has room for.
    private static Optional<String> places(List<String> places) {
        for (int shown = places.size(); shown > 0; shown--) {
            String more = shown == places.size() ? "" : " and %s more".formatted(places.size() - shown);
            String line = PLACES + String.join(", ", places.subList(0, shown)) + more;
            if (line.length() <= WIDTH && !line.isBlank()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private static String line(String kind, int nameWidth, String name, String cells, String verdict) {
        return "%-7s  %s  %s  %s"
                .formatted(kind, name + " ".repeat(nameWidth - name.length()), cells, verdict)
                .stripTrailing();
    }

    /// Returns what the columns stand for, and why a test kills nothing.
    private List<String> legend() {
        var lines = new ArrayList<String>();
        if (tests == 0) {
            lines.add("There are no tests.");
        }
        for (int column = 0; column < columns.size(); column++) {
            String mark = mark(column);
            for (String line : WordWrap.lines(columns.get(column).test(), WIDTH - INDENT.length())) {
                lines.add("%3s  %s".formatted(mark, line));
                mark = "";
            }
            WordWrap.lines(columns.get(column).falseAlarm(), WIDTH - INDENT.length()).stream()
                    .filter(line -> !line.isEmpty())
                    .limit(MAX_LINES_OF_REASON)
                    .forEach(line -> lines.add(INDENT + line));
        }
        return lines;
    }

    /// Returns the label of a column: a number for a test, a star for a failure outside of tests.
    private String mark(int column) {
        return column < tests ? "" + (column + 1) : "*";
    }
}
