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
        return String.join(",", fields) + "\r\n";
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
                fields.add(field());
            } while (skip(","));
            skip("\r\n");
            records.add(fields);
        }
        return Optional.of(records);
    }

    /// Reads a field: it ends before a comma, a line break or the end of the text.
    private String field() {
        int start = at;
        while (at < text.length() && !text.startsWith(",", at) && !text.startsWith("\r\n", at)) {
            at++;
        }
        return text.substring(start, at);
    }

    /// Steps over a text if it comes next, and returns whether it did.
    private boolean skip(String expected) {
        boolean comes = text.startsWith(expected, at);
        at += comes ? expected.length() : 0;
        return comes;
    }
}
