package dev.minikv.step02.repl;

import java.util.ArrayList;
import java.util.List;

/// Decides what a line means. The same line always means the same thing, whatever is stored.
final class CommandParser {

    private CommandParser() {}

    /// Returns what a line asks for. Every line means something: a mistake is
    /// [Command.Incomplete] or [Command.Unknown].
    static Command parse(String line) {
        List<String> words = split(line);
        if (words.isEmpty()) {
            return new Command.Nothing();
        }
        return switch (words.getFirst()) {
            case "set" -> words.size() < 3 ? new Command.Incomplete("set <key> <value>") : set(words);
            case "get" -> words.size() < 2 ? new Command.Incomplete("get <key>") : new Command.Get(words.get(1));
            case "delete" ->
                words.size() < 2 ? new Command.Incomplete("delete <key>") : new Command.Delete(words.get(1));
            case "count" -> new Command.Count();
            case "quit", "exit" -> new Command.Quit();
            default -> new Command.Unknown(words.getFirst());
        };
    }

    private static Command set(List<String> words) {
        return new Command.Set(words.get(1), String.join(" ", words.subList(2, words.size())));
    }

    /// Returns the words of a line, which white space separates.
    private static List<String> split(String line) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int end = 0; end <= line.length(); end++) {
            if (end == line.length() || isWhiteSpace(line.charAt(end))) {
                if (start < end) {
                    words.add(line.substring(start, end));
                }
                start = end + 1;
            }
        }
        return words;
    }

    /// Whether the character has Unicode's White_Space property, which Rust's `split_whitespace` uses.
    ///
    /// `Character.isWhitespace` differs: it rejects U+00A0 and accepts U+001C.
    private static boolean isWhiteSpace(char c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
    }
}
