package dev.minikv.step03.repl;

/// The part of a line that an error is about, with carets under it.
///
/// @param before what is shown of the line before the mistake
/// @param marked what is shown of the mistake itself
/// @param after what is shown of the line after it
record Excerpt(String before, String marked, String after) {

    private static final String INDENT = "  ";
    private static final String TAB = "    ";
    private static final int MAX_CHARS = 30; // of what stands before the mistake, in it, and after it

    /// Returns two lines, one with the text around a mistake, and one that points at it.
    ///
    /// @param help stands after the carets, or on a line of its own if there is no room
    /// @param columns how many columns a line may have: in one that wraps, the carets would stand anywhere
    static String of(String line, Span at, String help, int columns) {
        Excerpt excerpt = around(line, at, MAX_CHARS);
        for (int chars = MAX_CHARS - 1; chars > 0 && excerpt.width() > columns; chars--) {
            excerpt = around(line, at, chars);
        }
        return excerpt.withCarets(help, columns);
    }

    /// @param chars how many there may be of each part
    private static Excerpt around(String line, Span at, int chars) {
        int from = between(line, at.start() - chars);
        int end = between(line, Math.min(at.end(), at.start() + chars));
        int last = Math.max(end, line.stripTrailing().length()); // after it there may be the '\r' of another system
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
            column = Math.max(0, column - 1); // a combining mark stands on the character before it
        }
        String carets = INDENT + " ".repeat(column) + "^".repeat(Math.max(1, width));
        boolean isRoom = carets.length() + 1 + DisplayWidth.of(help) <= columns;
        return INDENT + before + marked + after + "\n" + carets + (isRoom ? " " : "\n" + INDENT) + help;
    }

    /// Returns an index into the line that is not in the middle of a code point.
    private static int between(String line, int index) {
        int inLine = Math.clamp(index, 0, line.length());
        boolean inMiddle = inLine > 0
                && inLine < line.length()
                && Character.isSurrogatePair(line.charAt(inLine - 1), line.charAt(inLine));
        return inMiddle ? inLine - 1 : inLine;
    }

    /// Returns a text as a terminal shows it without acting on it. A byte that is not UTF-8 is a `�`.
    private static String show(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(Tokenizer.isUndecoded(c) ? '\uFFFD' : c));
        return Quotes.visible(shown.toString().replace("\t", TAB));
    }
}
