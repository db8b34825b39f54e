package dev.minikv.checks.page;

import java.util.List;

/// A table.
///
/// @param line the number of the line with the names of its columns
/// @param columns those names, without markup
/// @param rows the rows below them
public record Table(int line, List<String> columns, List<Row> rows) {

    /// A row, which has a cell for each column.
    public record Row(int line, List<Cell> cells) {

        public Cell first() {
            return cells.getFirst();
        }

        /// Returns a cell by its place, counted from zero.
        public String words(int column) {
            return cells.get(column).words();
        }
    }

    /// A cell.
    ///
    /// @param words its text without markup: the words of a link, not its target
    /// @param code the pieces of it that are code
    public record Cell(String words, List<String> code) {}

    /// Returns whether its first columns have these names.
    public boolean startsWith(String... names) {
        return columns.size() >= names.length
                && columns.subList(0, names.length).equals(List.of(names));
    }
}
