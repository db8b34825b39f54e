package dev.minikv.step04.repl;

import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.StoreError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Objects;

/// Puts problems in words: what is wrong, and what to do about it.
///
/// All words are here, so that they sound alike, and can be changed or translated in one place.
///
/// @param wrong what is wrong, in one line
/// @param help what to do now, or what was expected, in one line
public record Wording(String wrong, String help) {

    /// Returns the words for a problem.
    public static Wording of(Problem problem) {
        return switch (problem) {
            case Mistake.UnclosedQuote(Span at, char quote) ->
                new Wording("a quote is not closed", "expected another " + quote + " behind this");
            case Mistake.TextBehindQuote(Span at) ->
                new Wording("a closing quote is followed by text", "expected a space before this");
            case Mistake.UnknownEscape(Span at) ->
                new Wording("unknown escape", "expected \\\" or \\\\ or \\n or \\t or \\u{…}");
            case Mistake.NoCodePoint(Span at) ->
                new Wording("not a character", "expected \\u{…} with a hexadecimal number up to 10ffff");
            case Mistake.UnknownCommand(Span at, String word, var near) ->
                new Wording(
                        "unknown command " + Quotes.inQuotes(shortened(word)),
                        near.map(syntax -> "did you mean " + syntax.word() + "?")
                                .orElse("help lists the commands"));
            case Mistake.MissingArgument(Span at, Syntax syntax, String argument) ->
                new Wording(syntax.word() + " needs a " + argument, "expected: " + syntax.usage());
            case Mistake.ExtraArgument(Span at, Syntax syntax, var quoted) ->
                new Wording(
                        "too many arguments",
                        quoted.map(line -> "if it is one: " + shortened(line)).orElse("expected: " + syntax.usage()));
            case Problem.Refused(StoreError.KeyTooLong(int chars, int most)) ->
                new Wording(
                        "the key is too long: " + count(chars, "char") + ", at most " + count(most, "char"),
                        "nothing was stored; --max-key-chars raises the limit");
            case Problem.Refused(StoreError.ValueTooLong(int chars, int most)) ->
                new Wording(
                        "the value is too long: " + count(chars, "char") + ", at most " + count(most, "char"),
                        "nothing was stored; --max-value-chars raises the limit");
            case Problem.Refused(StoreError.StoreFull(int most)) ->
                new Wording(
                        "the store is full: it holds " + count(most, "key"),
                        "nothing was stored; delete a key first, or raise the limit with --max-entries");
            case Fault.StreamFailed(IOException failure) ->
                new Wording("input or output failed: " + reason(failure), "what was stored is gone with this program");
            case Fault.HistoryFailed(var file, IOException failure) ->
                new Wording(
                        "the history cannot be kept in " + file + ": " + reason(failure),
                        "this session's lines will be forgotten at its end");
            case Fault.UnknownEngine(String word) ->
                new Wording("unknown engine " + Quotes.inQuotes(word), "the engines are " + EngineKind.words());
            case Fault.UnknownOption(String option) ->
                new Wording("unknown option " + Quotes.inQuotes(option), "--help lists the options");
            case Fault.NumberOutOfRange(String option, String value, int least, int most) ->
                new Wording(
                        option + " is " + Quotes.inQuotes(value),
                        "expected a number from " + least + " to " + most + ", such as " + option + "=1000");
        };
    }

    /// Returns a count with its noun, such as `1 key` or `1000 keys`.
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            // The message of these two is the file's name, and no more.
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileAlreadyExistsException other -> other.getFile() + " is in the way";
            default ->
                Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
        };
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 60)) + "…";
    }
}
