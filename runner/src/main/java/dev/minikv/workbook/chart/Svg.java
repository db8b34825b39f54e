package dev.minikv.workbook.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A drawing of lines, bars and words, written by hand: a few KB that a diff can show.
///
/// Classes say what a shape is, and one style sheet how that looks: dark on light, or light on dark
/// where the reader's screen is dark. No colour alone carries a meaning.
final class Svg {

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" role="img">
            <title>%3$s</title>
            <style>
            text { font: 13px sans-serif; fill: #1b1f24; }
            .title { font-weight: bold; font-size: 16px; }
            .note { font-size: 12px; fill: #57606a; }
            .paper { fill: #ffffff; }
            .before, .stripe { fill: #ffffff; stroke: #0550ae; }
            .stripes { fill: url(#stripes); stroke: #0550ae; }
            .after, .point { fill: #0550ae; stroke: #0550ae; }
            .open { fill: #ffffff; stroke: #1b1f24; stroke-width: 1.5; }
            .error, .interval { stroke: #1b1f24; stroke-width: 1.5; fill: none; }
            .tip { fill: #1b1f24; }
            .halo { stroke: #ffffff; stroke-width: 4; fill: none; }
            .axis { stroke: #8c959f; }
            .grid { stroke: #d0d7de; stroke-dasharray: 2 3; }
            .band { fill: #d0d7de; fill-opacity: 0.5; }
            @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3; }
            .note { fill: #9da7b1; }
            .paper, .before, .open { fill: #0d1117; }
            .before, .stripe, .stripes { stroke: #79c0ff; }
            .after, .point { fill: #79c0ff; stroke: #79c0ff; }
            .open, .error, .interval { stroke: #e6edf3; }
            .tip { fill: #e6edf3; }
            .halo { stroke: #0d1117; }
            .grid { stroke: #30363d; }
            .band { fill: #30363d; }
            }
            </style>
            <defs><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" \
            patternTransform="rotate(45)"><line class="stripe" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>
            <rect class="paper" width="%1$s" height="%2$s"/>
            """;

    private final StringBuilder shapes = new StringBuilder();

    /// Begins a drawing with what it shows and how to read it.
    ///
    /// @param width of what is below that; the drawing is wider if the words are
    Svg(int width, int height, String title, String note) {
        int widest = (int) Math.max(width, Math.max(40 + 9 * title.length(), 40 + 6.5 * note.length()));
        shapes.append(HEAD.formatted(widest, height, escaped(title)));
        text("title", 20, 30, title);
        text("note", 20, 50, note);
    }

    /// Returns room for the longest of some words, about: how wide letters are depends on the reader's font.
    static int widthOf(Stream<String> words) {
        return 40 + (int) (7.5 * words.mapToInt(String::length).max().orElse(0));
    }

    /// Draws words that begin at a point.
    void text(String kind, double x, double y, String words) {
        add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", kind, x, y, escaped(words));
    }

    /// Draws words that end at a point.
    void textEndingAt(String kind, double x, double y, String words) {
        add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>", kind, x, y, escaped(words));
    }

    /// Draws words around a point.
    void textAround(String kind, double x, double y, String words) {
        add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>", kind, x, y, escaped(words));
    }

    void rectangle(String kind, double x, double y, double width, double height) {
        add("<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>", kind, x, y, width, height);
    }

    void line(String kind, double fromX, double fromY, double toX, double toY) {
        add("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", kind, fromX, fromY, toX, toY);
    }

    /// Draws an interval from left to right, with a cap at each end, and a halo to be seen on a bar.
    void interval(String kind, double fromX, double toX, double y) {
        for (String each : List.of("halo", kind)) {
            add("<path class=\"%1$s\" d=\"M%2$.1f %4$.1fv8m0 -4H%3$.1fm0 -4v8\"/>", each, fromX, toX, y - 4);
        }
    }

    /// Draws the tip of an arrow at the end of an interval that goes on.
    void tip(double x, double y, int size) {
        triangle("halo", x, y, size);
        triangle("tip", x, y, size);
    }

    /// Draws a triangle that points to the right, or to the left if its size is below zero.
    void triangle(String kind, double x, double y, int size) {
        double half = Math.abs(size);
        add(
                "<polygon class=\"%s\" points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f\"/>",
                kind, x - size, y - half, x - size, y + half, x + size, y);
    }

    void circle(String kind, double x, double y, double radius) {
        add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", kind, x, y, radius);
    }

    private void add(String shape, Object... values) {
        shapes.append(String.format(Locale.ROOT, shape, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// Returns the file's text.
    @Override
    public String toString() {
        return shapes + "</svg>\n";
    }
}
