package dev.minikv.step07.repl;

import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Splits a line into words, called tokens.
///
/// White space separates words. A word that starts with a quote extends to the next quote of the same
/// kind and may contain white space. In single quotes every character stands for itself. In double
/// quotes a backslash starts an escape sequence: followed by a quote or a backslash it stands for that
/// character, by `n` for a line feed, by `t` for a tab, and by `u{1f600}` for the code point with that
/// number. Everywhere else quotes and backslashes stand for themselves.
///
/// Every string can be typed: [Quotes] writes it. The cost is proportional to the length of the line.
public final class Tokenizer {

    /// [Utf8Reader] adds this to a byte that is not UTF-8. The sum is half of a surrogate pair, which
    /// valid UTF-8 never decodes to.
    static final int UNDECODED = 0xDC00;

    private final String line;
    private int next = 0; // the char to look at next

    private Tokenizer(String line) {
        this.line = line;
    }

    /// Returns the words of a line, or the first mistake in it.
    static Result<List<Token>, Mistake> tokenize(String line) {
        return new Tokenizer(line).tokens();
    }

    /// Returns the words of a line, or empty if there is a mistake in it.
    public static Optional<List<String>> words(String line) {
        return switch (tokenize(line)) {
            case Success(List<Token> tokens) ->
                Optional.of(tokens.stream().map(Token::text).toList());
            case Failure(Mistake _) -> Optional.empty();
        };
    }

    private Result<List<Token>, Mistake> tokens() {
        var tokens = new ArrayList<Token>();
        while (true) {
            while (next < line.length() && isWhiteSpace(line.charAt(next))) {
                next++;
            }
            if (next == line.length()) {
                return new Success<>(List.copyOf(tokens));
            }
            switch (token()) {
                case Success(Token token) -> tokens.add(token);
                case Failure(Mistake mistake) -> {
                    return new Failure<>(mistake);
                }
            }
        }
    }

    private Result<Token, Mistake> token() {
        char first = line.charAt(next);
        return first == '"' || first == '\'' ? quoted(first) : new Success<>(bare());
    }

    private Token bare() {
        int start = next;
        while (next < line.length() && !isWhiteSpace(line.charAt(next))) {
            next++;
        }
        return new Token(line.substring(start, next), new Span(start, next));
    }

    private Result<Token, Mistake> quoted(char quote) {
        int start = next++;
        var text = new StringBuilder();
        while (next < line.length()) {
            char c = line.charAt(next);
            if (c == quote) {
                next++;
                return afterQuote(new Token(text.toString(), new Span(start, next)));
            }
            if (c == '\\' && quote == '"') {
                switch (escape()) {
                    case Success(Integer codePoint) -> text.appendCodePoint(codePoint);
                    case Failure(Mistake mistake) -> {
                        return new Failure<>(mistake);
                    }
                }
            } else {
                text.append(c);
                next++;
            }
        }
        return new Failure<>(new Mistake.UnclosedQuote(new Span(start, next), quote));
    }

    private Result<Token, Mistake> afterQuote(Token token) {
        if (next == line.length() || isWhiteSpace(line.charAt(next))) {
            return new Success<>(token);
        }
        return new Failure<>(new Mistake.TextAfterQuote(bare().at()));
    }

    /// Returns the code point that an escape sequence stands for, and steps over the sequence.
    private Result<Integer, Mistake> escape() {
        int start = next++;
        int letter = next < line.length() ? line.codePointAt(next) : -1;
        next += letter < 0 ? 0 : Character.charCount(letter);
        return switch (letter) {
            case '"', '\\' -> new Success<>(letter);
            case 'n' -> new Success<>((int) '\n');
            case 't' -> new Success<>((int) '\t');
            case 'u' -> codePoint(start);
            default -> new Failure<>(new Mistake.UnknownEscape(new Span(start, next)));
        };
    }

    /// Reads the `{1f600}` that follows a backslash and a `u`.
    private Result<Integer, Mistake> codePoint(int start) {
        int number = 0;
        if (next < line.length() && line.charAt(next) == '{') {
            int firstDigit = ++next;
            while (next < line.length() && HexFormat.isHexDigit(line.charAt(next))) {
                // Capped: a number that is too large stays too large, and cannot overflow.
                number =
                        Math.min(number * 16 + HexFormat.fromHexDigit(line.charAt(next)), Character.MAX_CODE_POINT + 1);
                next++;
            }
            boolean closed = next < line.length() && line.charAt(next) == '}';
            boolean isNumber = next > firstDigit && Character.isValidCodePoint(number);
            if (closed && isNumber) {
                next++;
                return new Success<>(number);
            }
            if (isNumber && (next == line.length() || line.charAt(next) == '"' || isWhiteSpace(line.charAt(next)))) {
                return new Failure<>(new Mistake.UnclosedBrace(new Span(next, next)));
            }
        }
        next += next < line.length() ? Character.charCount(line.codePointAt(next)) : 0;
        return new Failure<>(new Mistake.NoCodePoint(new Span(start, next)));
    }

    /// Whether a code point stands for a byte that is not UTF-8.
    static boolean isUndecoded(int c) {
        return c >= UNDECODED + 0x80 && c <= UNDECODED + 0xFF;
    }

    /// Whether the character has Unicode's White_Space property, which Rust's `split_whitespace` uses.
    ///
    /// `Character.isWhitespace` differs: it rejects U+00A0 and accepts U+001C.
    static boolean isWhiteSpace(char c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
    }
}
