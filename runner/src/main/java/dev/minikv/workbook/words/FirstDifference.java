package dev.minikv.workbook.words;

import java.util.List;

/// Where two texts differ first: of two long ones, the line that matters.
///
/// @param expected the line that should have come, with its number if there is more than one
/// @param got the line that came
public record FirstDifference(String expected, String got) {

    /// Returns the first difference of two texts, which are not equal.
    public static FirstDifference of(String expected, String got) {
        if (!expected.contains("\n") && !got.contains("\n")) {
            return new FirstDifference(expected, got);
        }
        List<String> wanted = expected.lines().toList();
        List<String> came = got.lines().toList();
        int line = 0;
        while (line < wanted.size() && line < came.size() && wanted.get(line).equals(came.get(line))) {
            line++;
        }
        return new FirstDifference(lineOf(wanted, line), lineOf(came, line));
    }

    private static String lineOf(List<String> lines, int index) {
        return index < lines.size()
                ? "line %s: %s".formatted(index + 1, lines.get(index))
                : "no line %s".formatted(index + 1);
    }
}
