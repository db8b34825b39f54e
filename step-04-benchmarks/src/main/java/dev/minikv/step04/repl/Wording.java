package dev.minikv.step04.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.StoreError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;

/// The words for what did not work: what is wrong, and what to do about it.
///
/// All such words are here, so that they sound alike, and can be changed or translated in one place.
///
/// @param wrong what is wrong, in one line
/// @param help what to do now, or what was expected, in one line
public record Wording(String wrong, String help) {

    private static final int MAX_CHARS = 500; // of a line that is suggested: it is shown whole, or not at all

    /// Returns the words for a mistake in a line.
    static Wording of(Mistake mistake) {
        return switch (mistake) {
            case Mistake.UnclosedQuote(Span _, char quote) ->
                new Wording("a quote is not closed", "expected a closing " + quote);
            case Mistake.TextAfterQuote _ ->
                new Wording("a closing quote is followed by text", "expected a space before this");
            case Mistake.UnknownEscape _ ->
                new Wording("unknown escape", "expected \\\" or \\\\ or \\n or \\t or \\u{…}");
            case Mistake.NoCodePoint _ ->
                new Wording("not a character", "expected \\u{…} with a hexadecimal number up to 10ffff");
            case Mistake.UnclosedBrace _ -> new Wording("an escape is not closed", "expected a closing }");
            case Mistake.NotUtf8(Span _, String before) ->
                new Wording(
                        "the line is not UTF-8",
                        "byte " + (before.getBytes(UTF_8).length + 1)
                                + " of the line, counted from 1; save it as UTF-8");
            case Mistake.UnknownCommand(Span _, String word, var near) ->
                new Wording(
                        "unknown command " + Quotes.shortened(word),
                        didYouMean(near.map(Syntax::word), "help lists the commands"));
            case Mistake.MissingArgument(Span _, Syntax syntax, String argument) ->
                new Wording(syntax.word() + " needs a " + argument, "expected: " + syntax.usage());
            case Mistake.ExtraArgument(Span _, Syntax syntax, var quoted) ->
                new Wording(
                        "too many arguments",
                        quoted.filter(line -> line.length() <= MAX_CHARS)
                                .map(line -> "to pass it as one argument: " + line)
                                .orElse("expected: " + syntax.usage()));
        };
    }

    /// Returns the words for what the store refused.
    static Wording of(StoreError error) {
        return switch (error) {
            case StoreError.KeyTooLong(int chars, int maxChars) ->
                new Wording(
                        "the key is too long: " + count(chars, "char") + ", at most " + count(maxChars, "char"),
                        "nothing was stored; use a shorter key");
            case StoreError.ValueTooLong(int chars, int maxChars) ->
                new Wording(
                        "the value is too long: " + count(chars, "char") + ", at most " + count(maxChars, "char"),
                        "nothing was stored; use a shorter value");
            case StoreError.StoreFull(int maxEntries) ->
                new Wording(
                        "the store is full: it holds " + count(maxEntries, "key"),
                        "nothing was stored; delete a key first, or raise the limit with --max-entries");
        };
    }

    /// Returns the words for a fault.
    public static Wording of(Fault fault) {
        return switch (fault) {
            case Fault.StreamFailed(IOException failure) ->
                new Wording("input or output failed: " + reason(failure), "what was stored is gone with this program");
            case Fault.HistoryFailed(var file, Exception failure) ->
                new Wording(
                        "the history cannot be kept in " + file + ": " + reason(failure),
                        "this session's lines will be forgotten at its end");
            case Fault.NoHome _ ->
                new Wording(
                        "there is no home folder to keep the history in",
                        "this session's lines will be forgotten at its end");
            case Fault.ScriptFailed(String file, Exception failure) ->
                new Wording(
                        "cannot read " + Quotes.inQuotes(file) + ": " + reason(failure),
                        "nothing was done; a name is relative to the current folder");
            case Fault.ScriptInItself(String file) ->
                new Wording(
                        Quotes.inQuotes(file) + " is being read already",
                        "nothing was done; a script that reads itself would never end");
            case Fault.ScriptTooDeep(String file, int max) ->
                new Wording(
                        Quotes.inQuotes(file) + " is nested too deeply",
                        "nothing was done; a script can be read within " + max + " others at most");
            case Fault.PlainTerminal _ ->
                new Wording(
                        "this terminal cannot be controlled", "lines can be neither edited, recalled nor completed");
            case Fault.UnknownEngine(String word, var near) ->
                new Wording(
                        "unknown engine " + Quotes.shortened(word),
                        didYouMean(near, "the engines are " + String.join(", ", EngineKind.words())));
            case Fault.UnknownOption(String option, var near) ->
                new Wording("unknown option " + Quotes.shortened(option), didYouMean(near, "--help lists the options"));
            case Fault.SecondScript(String file) ->
                new Wording(
                        "there is a script already, and " + Quotes.inQuotes(file) + " would be the second",
                        "in a script, source runs another one");
            case Fault.NumberOutOfRange(String option, String value, int min, int max) ->
                new Wording(
                        option + " is " + Quotes.inQuotes(value),
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
            // The message of these three is the file's name, and no more.
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileAlreadyExistsException other -> other.getFile() + " is in the way";
            case InvalidPathException _ -> "this cannot be the name of a file";
            case RuntimeException _, CharacterCodingException _ -> "it is damaged";
            default ->
                Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
        };
    }
}
