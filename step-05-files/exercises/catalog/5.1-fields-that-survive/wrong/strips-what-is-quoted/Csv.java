package dev.minikv.step05.exercise1;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Records of fields as comma-separated values, and back.
public final class Csv {

    private final String text;
    private int at = 0; // the index of the next char

    private Csv(String text) {
        this.text = text;
    }

    /// Returns records as CSV.
    public static String write(List<List<String>> records) {
        return records.stream().map(Csv::line).collect(joining());
    }

    private static String line(List<String> fields) {
        boolean isEmpty = fields.equals(List.of("")); // many programs skip an empty line
        return isEmpty ? "\"\"\r\n" : fields.stream().map(Csv::quote).collect(joining(",", "", "\r\n"));
    }

    private static String quote(String field) {
        return field.chars().anyMatch(Csv::isSpecial) ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    /// Returns whether a char has a meaning of its own: in a field, it has to be in quotes.
    private static boolean isSpecial(int c) {
        return ",\"\r\n".indexOf(c) >= 0;
    }

    /// Returns the records of a text, or empty if it is not CSV.
    public static Optional<List<List<String>>> read(String text) {
        return new Csv(text).records();
    }

    private Optional<List<List<String>>> records() {
        var records = new ArrayList<List<String>>();
        while (at < text.length()) {
            var fields = new ArrayList<String>();
            do {
                Optional<String> field = skip("\"") ? quoted() : Optional.of(unquoted());
                if (field.isEmpty()) {
                    return Optional.empty();
                }
                fields.add(field.get());
            } while (skip(","));
            if (!endOfRecord()) {
                return Optional.empty();
            }
            records.add(fields);
        }
        return Optional.of(records);
    }

    private boolean endOfRecord() {
        return skip("\r\n") || skip("\n") || at == text.length();
    }

    private String unquoted() {
        int start = at;
        while (at < text.length() && !isSpecial(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /// Reads a field up to its closing quote, or returns empty if it has none.
    private Optional<String> quoted() {
        var field = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && !skip("\"")) {
                return Optional.of(field.toString().replaceAll("^ +| +\\z", ""));
            }
            field.append(c);
        }
        return Optional.empty();
    }

    /// Steps over a text if it comes next, and returns whether it did.
    private boolean skip(String expected) {
        boolean comes = text.startsWith(expected, at);
        at += comes ? expected.length() : 0;
        return comes;
    }
}
