package dev.minikv.step03.exercise2;

/// The line of carets to print below a line, to mark one of its words.
public final class Carets {

    private static final int TAB_STOP = 8; // a tab extends to the next multiple of this column

    private Carets() {}

    /// Returns spaces up to the column in which the word starts, and carets under the whole word.
    public static String under(String line, Word word) {
        String before = line.substring(0, line.offsetByCodePoints(0, word.start()));
        int[] rest = line.substring(before.length()).codePoints().toArray();
        int end = Math.min(word.text().length(), rest.length);
        String marked = new String(rest, 0, end);
        return " ".repeat(columns(before)) + "^".repeat(Math.max(1, columns(marked)));
    }

    /// Returns the width in columns of a text that starts at the left edge.
    private static int columns(String text) {
        int column = 0;
        for (int codePoint : text.codePoints().toArray()) {
            column += codePoint == '\t' ? TAB_STOP - column % TAB_STOP : Width.of(codePoint);
        }
        return column;
    }
}
