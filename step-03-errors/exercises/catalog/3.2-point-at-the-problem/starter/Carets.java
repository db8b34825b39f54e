package dev.minikv.step03.exercise2;

/// The line of carets to print below a line, to mark one of its words.
public final class Carets {

    private Carets() {}

    /// Returns spaces up to the column in which the word starts, and carets under the whole word.
    public static String under(String line, Word word) {
        int column = line.indexOf(word.text());
        return " ".repeat(column) + "^".repeat(word.text().length());
    }
}
