package dev.minikv.workbook.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The first difference between two texts: in long ones, the line that matters. White space is made visible
/// where it matters: a space as ·, a tab as →, a carriage return as ␍.
///
/// @param expected the expected line, with its number if there is more than one
/// @param got the actual line
public record FirstDifference(String expected, String got) {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s");
    private static final Pattern AT_END = Pattern.compile("\\s(?=\\s*$)");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x{0}-\\x{7F}]");

    /// Returns the first difference of two texts, which are not equal.
    public static FirstDifference of(String expected, String got) {
        if (!expected.contains("\n") && !got.contains("\n")) {
            return visible(expected, got, "");
        }
        List<String> wanted = lines(expected);
        List<String> came = lines(got);
        int line = 0;
        while (line < wanted.size() && line < came.size() && wanted.get(line).equals(came.get(line))) {
            line++;
        }
        String number = "line " + (line + 1);
        if (line < wanted.size() && line < came.size()) {
            return visible(wanted.get(line), came.get(line), number);
        }
        if (line < wanted.size() || line < came.size()) {
            return new FirstDifference(lineOf(wanted, line), lineOf(came, line));
        }
        return new FirstDifference(lastOf(expected, line), lastOf(got, line));
    }

    private static List<String> lines(String text) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    private static String lineOf(List<String> lines, int index) {
        return index < lines.size() ? labelled("line " + (index + 1), lines.get(index)) : "no line " + (index + 1);
    }

    private static String lastOf(String text, int line) {
        return text.endsWith("\n") ? "a line break after line " + line : "no line break after line " + line;
    }

    private static String labelled(String label, String text) {
        return label.isEmpty() ? text : text.isEmpty() ? label + " is empty" : label + ": " + text;
    }

    private static FirstDifference visible(String expected, String got, String label) {
        UnaryOperator<String> shown = showing(expected, got);
        return new FirstDifference(labelled(label, shown.apply(expected)), labelled(label, shown.apply(got)));
    }

    /// Returns a function that makes the difference between two texts visible.
    private static UnaryOperator<String> showing(String expected, String got) {
        if (seen(expected).equals(seen(got))) {
            return text -> WHITE_SPACE.matcher(text).replaceAll(space -> sign(space.group()));
        }
        if (composed(expected).equals(composed(got))) {
            return text -> NOT_ASCII.matcher(text).replaceAll(letter -> escaped(letter.group()));
        }
        return text -> AT_END.matcher(text).replaceAll(space -> sign(space.group()));
    }

    private static String seen(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String sign(String space) {
        return switch (space) {
            case " " -> "·";
            case "\t" -> "→";
            case "\r" -> "␍";
            default -> escaped(space);
        };
    }

    /// Returns the escape sequence of a character, with two backslashes, as a replacement needs it.
    private static String escaped(String letter) {
        var escaped = new StringBuilder();
        letter.chars()
                .forEach(unit -> escaped.append("\\\\u")
                        .append(HexFormat.of().withUpperCase().toHexDigits((char) unit)));
        return escaped.toString();
    }
}
