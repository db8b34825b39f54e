package dev.minikv.workbook.chart;

import dev.minikv.workbook.words.Template;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// A drawing of lines, bars and words, written without a library: a few KB that a diff can show.
///
/// Classes say what a shape is, and one style sheet says how it looks: dark on light, or light on dark if
/// the reader's screen is dark. No meaning depends on colour alone.
final class Svg {

    private static final double TITLE = 16 * 1.15; // the sizes of the style sheet; bold is wider
    private static final double LABEL = 13;
    private static final double NOTE = 12;
    private static final double WIDE = 0.63; // the mean width of a letter, as a part of its size

    /// Shown if there are no rows.
    static final String NOTHING = "No row can be compared: the table says why.";

    private final StringBuilder shapes = new StringBuilder();
    private final int below;

    /// Starts a drawing with its title, and notes on how to read it, in one line each.
    ///
    /// @param width the width of the part below the notes; the drawing is wider if the words are
    /// @param height the height of the part below the notes
    Svg(int width, int height, String title, List<String> notes) {
        double ofNotes = widthOf(notes.stream()) * NOTE / LABEL;
        int widest = (int) Math.max(width, Math.max(ofNotes, widthOf(Stream.of(title)) * TITLE / LABEL));
        below = 42 + 18 * notes.size();
        int heightOfAll = below + height;
        shapes.append(Template.filled(
                Svg.class,
                "head.svg.template",
                Map.of("width", "" + widest, "height", "" + heightOfAll, "title", escaped(title))));
        text("title", 20, 30, title);
        for (int i = 0; i < notes.size(); i++) {
            text("note", 20, 50 + 18.0 * i, notes.get(i));
        }
    }

    /// Returns where the notes end.
    int below() {
        return below;
    }

    /// Returns the width of the longest label, with a margin of 20 on either side.
    ///
    /// The width of letters depends on the reader's font: this leaves room for wide letters, such as
    /// Verdana's.
    static int widthOf(Stream<String> words) {
        return 40 + (int) (LABEL * WIDE * words.mapToInt(String::length).max().orElse(0));
    }

    /// Draws words that begin at a point.
    void text(String kind, double x, double y, String words) {
        add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", kind, x, y, escaped(words));
    }

    /// Draws words with their middle or their end at a point, as the anchor says.
    void text(String kind, double x, double y, String anchor, String words) {
        String text = "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>";
        add(text, kind, x, y, anchor, escaped(words));
    }

    void rectangle(String kind, double x, double y, double width, double height) {
        add("<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>", kind, x, y, width, height);
    }

    void line(String kind, double fromX, double fromY, double toX, double toY) {
        add("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", kind, fromX, fromY, toX, toY);
    }

    /// Draws an interval from left to right, with a cap at each end, and a halo that makes it visible on a
    /// bar.
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

    @Override
    public String toString() {
        return shapes + "</svg>\n";
    }
}
