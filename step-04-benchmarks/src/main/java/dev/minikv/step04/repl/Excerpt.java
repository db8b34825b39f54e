package dev.minikv.step04.repl;

/// The part of a line that an error is about, with carets under it.
final class Excerpt {

    private static final String INDENT = "  ";
    private static final String TAB = "    ";
    private static final int MAX_CHARS = 30; // of what stands before the mistake, in it, and after it

    private Excerpt() {}

    /// Returns two lines: one with the text around a mistake, and one that points at it.
    ///
    /// @param help stands after the carets
    static String of(String line, Span at, String help) {
        int from = between(line, at.start() - MAX_CHARS);
        int end = between(line, Math.min(at.end(), at.start() + MAX_CHARS));
        int last = Math.max(end, line.stripTrailing().length()); // after it there may be the '\r' of another system
        int to = Math.min(between(line, end + MAX_CHARS), last);
        String before = (from > 0 ? "…" : "") + show(line.substring(from, at.start()));
        String marked = show(line.substring(at.start(), end));
        String after = show(line.substring(end, to)) + (to < last ? "…" : "");
        int column = DisplayWidth.of(before);
        int width = DisplayWidth.of(marked);
        if (width == 0 && !marked.isEmpty()) {
            column = Math.max(0, column - 1); // a combining mark stands on the character before it
        }
        String carets = " ".repeat(column) + "^".repeat(Math.max(1, width));
        return INDENT + before + marked + after + "\n" + INDENT + carets + " " + help;
    }

    /// Returns an index into the line that is not in the middle of a code point.
    private static int between(String line, int index) {
        int inLine = Math.clamp(index, 0, line.length());
        boolean inMiddle = inLine > 0
                && inLine < line.length()
                && Character.isSurrogatePair(line.charAt(inLine - 1), line.charAt(inLine));
        return inMiddle ? inLine - 1 : inLine;
    }

    /// Returns a text as a terminal shows it without acting on it.
    private static String show(String text) {
        return Quotes.visible(text.replace("\t", TAB));
    }
}
