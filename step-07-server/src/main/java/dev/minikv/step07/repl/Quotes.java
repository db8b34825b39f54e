package dev.minikv.step07.repl;

/// Writes a string as it can be typed. This is the reverse of [Tokenizer], which reads the same string
/// back: the two make a round trip.
///
/// A character that a terminal would act on, or that cannot be seen, is written as an escape sequence.
/// So a stored value cannot clear the screen of the person who reads it.
final class Quotes {

    private static final int SHORT = 60; // code points

    private Quotes() {}

    /// Returns a string as one word of a line: without quotes if every character can be seen and none is a
    /// quote or a backslash.
    static String quote(String text) {
        return isPlain(text) ? text : inQuotes(text);
    }

    /// Returns a string in double quotes.
    static String inQuotes(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int c = text.codePointAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> append(quoted, c);
            }
        }
        return quoted.append('"').toString();
    }

    /// Returns a short string in double quotes; of a long one, returns its beginning and its length in chars.
    static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= SHORT) {
            return inQuotes(text);
        }
        String start = inQuotes(text.substring(0, text.offsetByCodePoints(0, SHORT)));
        return start.substring(0, start.length() - 1) + "…\" (" + text.length() + " chars)";
    }

    /// Returns a text in which escape sequences replace everything that a terminal would act on.
    static String visible(String text) {
        var visible = new StringBuilder();
        text.codePoints().forEach(c -> append(visible, c));
        return visible.toString();
    }

    private static void append(StringBuilder text, int c) {
        if (c == ' ' || isVisible(c)) {
            text.appendCodePoint(c);
        } else {
            text.append("\\u{").append(Integer.toHexString(c)).append('}');
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int c = text.codePointAt(i);
            if (!isVisible(c) || c == '"' || c == '\'' || c == '\\') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// Whether a code point prints something and has no other effect on a terminal.
    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
