package dev.minikv.step03.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step03.store.StoreError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;

/// The message for a problem: what is wrong, and what to do about it.
///
/// All error messages are written here, so that they sound alike and can be changed or translated in
/// one place.
///
/// @param wrong what is wrong, in one line
/// @param help what to do now, or what was expected, in one line
public record Wording(String wrong, String help) {

    private static final int MAX_CHARS = 500; // a suggested line is shown in full, or not at all

    /// Makes visible what a terminal would act on: a file name may hold anything, and so may a reason that the
    /// system gives.
    public Wording {
        wrong = Quotes.visible(wrong);
        help = Quotes.visible(help);
    }

    /// Returns the message for a mistake in a line.
    static Wording of(Mistake mistake) {
        return switch (mistake) {
            case Mistake.UnclosedQuote(Span _, char quote) ->
                new Wording("unclosed quote", "expected a closing " + quote);
            case Mistake.TextAfterQuote _ ->
                new Wording("a closing quote is followed by text", "expected a space before this");
            case Mistake.UnknownEscape _ ->
                new Wording("unknown escape sequence", "expected \\\" or \\\\ or \\n or \\t or \\u{…}");
            case Mistake.NoCodePoint _ ->
                new Wording("invalid \\u escape", "expected \\u{…} with a hexadecimal number up to 10ffff");
            case Mistake.UnclosedBrace _ -> new Wording("unclosed escape sequence", "expected a closing }");
            case Mistake.NotUtf8(Span _, String before) ->
                new Wording(
                        "the line is not valid UTF-8",
                        "byte " + (before.getBytes(UTF_8).length + 1)
                                + " of the line, counting from 1; save the script as UTF-8");
            case Mistake.UnknownCommand(Span _, String word, var near) ->
                new Wording(
                        "unknown command " + Quotes.shortened(word),
                        didYouMean(near.map(Syntax::word), "help lists the commands"));
            case Mistake.MissingArgument(Span _, Syntax syntax, String argument) ->
                new Wording(syntax.word() + " needs a " + argument, "usage: " + syntax.usage());
            case Mistake.ExtraArgument(Span _, Syntax syntax, var quoted) ->
                new Wording(
                        "too many arguments",
                        quoted.filter(line -> line.length() <= MAX_CHARS)
                                .map(line -> "to pass it as one argument: " + line)
                                .orElse("usage: " + syntax.usage()));
        };
    }

    /// Returns the message for what the store refused.
    static Wording of(StoreError error) {
        return switch (error) {
            case StoreError.KeyTooLong(int chars, int maxChars) ->
                new Wording(
                        "the key is too long: " + count(chars, "char") + "; the limit is " + maxChars,
                        "nothing was stored; use a shorter key");
            case StoreError.ValueTooLong(int chars, int maxChars) ->
                new Wording(
                        "the value is too long: " + count(chars, "char") + "; the limit is " + maxChars,
                        "nothing was stored; use a shorter value");
            case StoreError.StoreFull(int maxEntries) ->
                new Wording(
                        "the store is full: it holds " + count(maxEntries, "key"),
                        "nothing was stored; delete a key first, or raise the limit with --max-entries");
        };
    }

    /// Returns the message for a fault.
    public static Wording of(Fault fault) {
        return switch (fault) {
            case Fault.StreamFailed(IOException failure) ->
                new Wording(
                        "input or output failed: " + reason(failure),
                        "the store was in memory only, and its contents are lost");
            case Fault.HistoryFailed(var file, Exception failure) ->
                new Wording(
                        "cannot keep the history in " + file + ": " + reason(failure),
                        "this session's history will be lost when it ends");
            case Fault.NoHome _ ->
                new Wording(
                        "cannot keep the history: there is no home folder",
                        "this session's history will be lost when it ends");
            case Fault.ScriptFailed(String file, Exception failure) ->
                new Wording(
                        "cannot read " + Quotes.inQuotes(file) + ": " + reason(failure),
                        "nothing was run; a relative path starts from the current folder");
            case Fault.ScriptInItself(String file) ->
                new Wording(
                        Quotes.inQuotes(file) + " is already running",
                        "nothing was run; a script that runs itself would never end");
            case Fault.ScriptTooDeep(String file, int max) ->
                new Wording(
                        Quotes.inQuotes(file) + " is nested too deeply",
                        "nothing was run; scripts can be nested at most " + max + " deep");
            case Fault.PlainTerminal _ ->
                new Wording(
                        "this terminal does not support line editing", "lines cannot be edited, recalled or completed");
            case Fault.UnknownOption(String option, var near) ->
                new Wording("unknown option " + Quotes.shortened(option), didYouMean(near, "--help lists the options"));
            case Fault.SecondScript(String file) ->
                new Wording(
                        "only one script can be given, and " + Quotes.inQuotes(file) + " is the second",
                        "to run it from the first, use source there");
            case Fault.NumberOutOfRange(String option, String value, int min, int max) ->
                new Wording(
                        option + " cannot be " + Quotes.inQuotes(value),
                        "expected a number from " + min + " to " + max + ", such as " + option + "=1000");
        };
    }

    /// Returns a count with its noun, such as `1 key` or `1000 keys`.
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String didYouMean(Optional<String> near, String otherwise) {
        return near.map(word -> "did you mean " + word + "?").orElse(otherwise);
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            // The message of these three is only the file name.
            case NoSuchFileException _ -> "no such file";
            case AccessDeniedException denied -> "permission denied for " + denied.getFile();
            case FileAlreadyExistsException other -> other.getFile() + " is in the way";
            case InvalidPathException _ -> "not a valid file name";
            case RuntimeException _, CharacterCodingException _ -> "the file is damaged";
            default ->
                Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
        };
    }
}
