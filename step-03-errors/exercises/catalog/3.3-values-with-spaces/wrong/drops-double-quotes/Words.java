package dev.minikv.step03.exercise3;

import dev.minikv.step03.store.Result;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.ArrayList;
import java.util.List;

/// Lines and their words: how a line is read, and how a string is written as one word of a line.
public final class Words {

    private final String line;
    private int next = 0; // the char to look at next

    private Words(String line) {
        this.line = line;
    }

    /// Returns the words of a line, or the first mistake in it.
    public static Result<List<String>, Mistake> tokenize(String line) {
        return new Words(line).words();
    }

    /// Returns a string as one word of a line, which [#tokenize] reads back as the same string.
    public static String quote(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == '\'' || Character.isWhitespace(c));
        return plain ? text : "'" + escape(text) + "'";
    }

    private static String escape(String text) {
        // The percent sign comes first; otherwise the one in %n would be doubled too.
        return text.replace("%", "%%").replace("\n", "%n").replace("'", "''");
    }

    private Result<List<String>, Mistake> words() {
        var words = new ArrayList<String>();
        while (true) {
            while (next < line.length() && Character.isWhitespace(line.charAt(next))) {
                next++;
            }
            if (next == line.length()) {
                return new Success<>(List.copyOf(words));
            }
            switch (line.charAt(next) == '\'' ? quoted() : bare()) {
                case Success(String word) -> words.add(word);
                case Failure(Mistake mistake) -> {
                    return new Failure<>(mistake);
                }
            }
        }
    }

    /// Reads an unquoted word.
    private Result<String, Mistake> bare() {
        int start = next;
        while (next < line.length() && !Character.isWhitespace(line.charAt(next))) {
            if (line.charAt(next) == '\'') {
                return new Failure<>(Mistake.MISPLACED_QUOTE);
            }
            next++;
        }
        return new Success<>(line.substring(start, next).replaceAll("^\"|\"$", ""));
    }

    /// Reads a quoted word.
    private Result<String, Mistake> quoted() {
        var text = new StringBuilder();
        next++;
        while (next < line.length()) {
            char c = line.charAt(next++);
            if (c == '\'' && !skip('\'')) {
                return afterQuote(text.toString());
            }
            if (c != '%' || skip('%')) {
                text.append(c);
            } else if (skip('n')) {
                text.append('\n');
            } else if (next < line.length()) {
                return new Failure<>(Mistake.UNKNOWN_ESCAPE);
            }
        }
        return new Failure<>(Mistake.UNCLOSED_QUOTE);
    }

    private Result<String, Mistake> afterQuote(String word) {
        boolean ends = next == line.length() || Character.isWhitespace(line.charAt(next));
        return ends ? new Success<>(word) : new Failure<>(Mistake.MISPLACED_QUOTE);
    }

    /// Steps over a char if it comes next, and returns whether it did.
    private boolean skip(char expected) {
        boolean comes = next < line.length() && line.charAt(next) == expected;
        next += comes ? 1 : 0;
        return comes;
    }
}
