package dev.minikv.step07.repl;

/// The part of a line around a mistake, to be shown with carets (`^`) under the mistake.
///
/// @param before the text shown before the mistake
/// @param marked the text of the mistake, cut if it is long
/// @param after the text shown after the mistake
record Excerpt(String before, String marked, String after) {

    private static final String INDENT = "  ";
    private static final String TAB = "    ";
    private static final int MAX_CHARS = 30; // of each of the three parts

    /// Returns two lines: the text around a mistake, and the carets that point at it.
    ///
    /// @param help follows the carets, or is on a third line if there is no room
    /// @param columns the width of the screen: if the text wrapped, the carets would point at nothing
    static String of(String line, Span at, String help, int columns) {
        Excerpt excerpt = around(line, at, MAX_CHARS);
        for (int chars = MAX_CHARS - 1; chars > 0 && excerpt.width() > columns; chars--) {
            excerpt = around(line, at, chars);
        }
        return excerpt.withCarets(help, columns);
    }

    /// @param chars the maximum length of each part
    private static Excerpt around(String line, Span at, int chars) {
        int from = between(line, at.start() - chars);
        int end = between(line, Math.min(at.end(), at.start() + chars));
        int last = Math.max(end, line.stripTrailing().length()); // a line from Windows ends with '\r'
        int to = Math.min(between(line, end + chars), last);
        return new Excerpt(
                (from > 0 ? "…" : "") + show(line.substring(from, at.start())),
                show(line.substring(at.start(), end)),
                show(line.substring(end, to)) + (to < last ? "…" : ""));
    }

    private int width() {
        return DisplayWidth.of(INDENT + before + marked + after);
    }

    private String withCarets(String help, int columns) {
        int column = DisplayWidth.of(before);
        int width = DisplayWidth.of(marked);
        if (width == 0 && !marked.isEmpty()) {
            column = Math.max(0, column - 1); // a combining mark is drawn on the previous character
        }
        String carets = INDENT + " ".repeat(column) + "^".repeat(Math.max(1, width));
        boolean isRoom = carets.length() + 1 + DisplayWidth.of(help) <= columns;
        return INDENT + before + marked + after + "\n" + carets + (isRoom ? " " : "\n" + INDENT) + help;
    }

    /// Returns the index moved into the line and out of the middle of a surrogate pair.
    private static int between(String line, int index) {
        int inLine = Math.clamp(index, 0, line.length());
        boolean inMiddle = inLine > 0
                && inLine < line.length()
                && Character.isSurrogatePair(line.charAt(inLine - 1), line.charAt(inLine));
        return inMiddle ? inLine - 1 : inLine;
    }

    /// Returns a text in which nothing acts on the terminal. A byte that is not UTF-8 becomes a `�`.
    private static String show(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(Tokenizer.isUndecoded(c) ? '\uFFFD' : c));
        return Quotes.visible(shown.toString().replace("\t", TAB));
    }
}
