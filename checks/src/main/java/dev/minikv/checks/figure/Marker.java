package dev.minikv.checks.figure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The comment before a block that says where its figures stand, an item for each.
///
/// @param head words that belong to every item, or none
/// @param items the items, in the order of the figures
public record Marker(String head, List<String> items) {

    private static final String START = "<!-- figures";

    private static final Pattern MARKER = Pattern.compile(START + "(?: in (?<head>[^:|]+))?: (?<items>[^ ].*) -->");

    /// Stands, in the items of a table, for the first cell of each row.
    private static final String ROW = "row";

    /// Whether a comment is meant as a marker, well written or not.
    public static boolean isMeantBy(String comment) {
        return comment.startsWith(START);
    }

    /// Reads a comment.
    public static Optional<Marker> of(String comment) {
        Matcher marker = MARKER.matcher(comment.strip().replaceAll("\\s+", " "));
        if (!marker.matches()) {
            return Optional.empty();
        }
        String head = marker.group("head") == null ? "" : marker.group("head");
        List<String> items =
                Stream.of(marker.group("items").split("\\|")).map(String::strip).toList();
        return Optional.of(new Marker(head, items));
    }

    /// Returns the items of a table: if they speak of a row, they are repeated for each.
    ///
    /// @param rows what the rows are called
    Marker forRows(List<String> rows) {
        boolean perRow = items.stream().anyMatch(item -> words(item).contains(ROW));
        if (!perRow) {
            return this;
        }
        return new Marker(
                head,
                rows.stream()
                        .flatMap(row -> items.stream().map(item -> named(item, row)))
                        .toList());
    }

    private static String named(String item, String row) {
        return String.join(
                " ",
                words(item).stream().map(word -> word.equals(ROW) ? row : word).toList());
    }

    private static List<String> words(String item) {
        return List.of(item.split(" "));
    }
}
