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
        return text.contains(" ") ? "'" + text.replace("'", "''") + "'" : text;
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
            next++;
        }
        return new Success<>(line.substring(start, next));
    }

    /// Reads a quoted word.
    private Result<String, Mistake> quoted() {
        int start = next + 1;
        int quote = line.indexOf('\'', start);
        int end = quote < 0 ? line.length() : quote;
        next = Math.min(end + 1, line.length());
        String text = line.substring(start, end);
        return new Success<>(text.replace("''", "'").replace("%n", "\n").replace("%%", "%"));
    }
}
