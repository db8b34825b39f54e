package dev.minikv.step07.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step07.disk.Disk;
import dev.minikv.step07.file.FileProblem;
import dev.minikv.step07.format.Damage;
import dev.minikv.step07.log.LogProblem;
import dev.minikv.step07.store.EngineKind;
import dev.minikv.step07.store.StoreError;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.NoSuchElementException;
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
            case Mistake.MissingArgument(Span _, Syntax syntax, String _)
            when syntax == Syntax.POWER -> new Wording("power needs the word off", "usage: " + syntax.usage());
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
    public static Wording of(StoreError error) {
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
            case StoreError.NotUnicode _ ->
                new Wording(
                        "the text has half of a surrogate pair", "nothing was stored; what is stored or sent is UTF-8");
            case StoreError.Unavailable(String what, Exception cause, boolean isBroken) ->
                new Wording(
                        "cannot write to " + Quotes.inQuotes(what) + ": " + reason(cause),
                        isBroken
                                ? "nothing more is written until the program is started again"
                                : "nothing was changed");
            case StoreError.Refused(String text) -> new Wording(text.replaceAll("^ERR |\\.$", ""), "says the server");
            case StoreError.Unreachable(String where, Exception cause, boolean isUncertain) ->
                new Wording(
                        "cannot reach " + Quotes.inQuotes(where) + ": " + reason(cause),
                        isUncertain
                                ? "whether the change was made is not known; the next command connects again"
                                : "nothing was changed; try again when it is there");
        };
    }

    /// Returns the message for a problem with the data folder.
    private static Wording of(LogProblem problem) {
        return switch (problem) {
            case LogProblem.InUse(String folder) ->
                new Wording(Quotes.inQuotes(folder) + " is in use by another process", "end that one first");
            case LogProblem.DiskFailed(String folder, Exception cause) ->
                new Wording(
                        "the data folder " + Quotes.inQuotes(folder) + " cannot be used: " + reason(cause),
                        "what it holds is as it was");
            case LogProblem.Newer(String file) ->
                new Wording(
                        Quotes.inQuotes(file) + " was written by a newer version",
                        "the data folder is as it was; use that version");
            case LogProblem.Damaged(String file, long offset, long lost, int entries) ->
                new Wording(
                        Quotes.inQuotes(file) + " is damaged at byte " + offset + ": " + count(lost, "record")
                                + " known to be lost",
                        "--salvage goes on with the rest, " + count(entries, "item")
                                + ", and keeps a copy of the file that ends in .damaged");
        };
    }

    /// Returns the message for a problem with a file.
    private static Wording of(FileProblem problem) {
        String file = Quotes.inQuotes(problem.file());
        return switch (problem) {
            case FileProblem.NotOpened(var _, Exception cause) ->
                new Wording("cannot open " + file + ": " + reason(cause), "name a file in a folder you may write to");
            case FileProblem.NotReadable(var _, Exception cause) ->
                new Wording("cannot load " + file + ": " + reason(cause), "nothing was loaded");
            case FileProblem.NotWritable(var _, Exception cause) ->
                new Wording("cannot save to " + file + ": " + reason(cause), "nothing was saved");
            case FileProblem.NotOurs _ ->
                new Wording(file + " is not a saved store", "nothing was loaded; source runs a file of commands");
            case FileProblem.Newer _ ->
                new Wording(file + " was saved by a newer version", "nothing was loaded; use that version");
            case FileProblem.Damaged(var _, var damages) ->
                new Wording(
                        file + " is damaged: " + damage(damages.getFirst()),
                        "nothing was loaded; the program of step 05 can salvage what is left");
            case FileProblem.Refused(var _, StoreError error) ->
                new Wording(
                        "cannot load " + file + ": " + of(error).wrong(),
                        error instanceof StoreError.Unavailable ? of(error).help() : "nothing was loaded");
            case FileProblem.CannotHold(var _, String key, String format) ->
                new Wording(
                        format + " cannot hold the entry " + Quotes.shortened(key) + ": half of a surrogate pair",
                        "nothing was saved; the format script can hold it");
            case FileProblem.InUse _ -> new Wording(file + " is in use by another process", "end that one first");
            case FileProblem.Changed _ ->
                new Wording(
                        file + " holds what was neither loaded nor saved here",
                        "nothing was saved; save! replaces it, and save <file> takes another file");
            case FileProblem.NotSimulated _ ->
                new Wording("this is a real disk", "start with --disk=simulated to see what a crash leaves");
        };
    }

    /// Returns what is wrong with the bytes of a file.
    private static String damage(Damage damage) {
        return switch (damage.kind()) {
                    case CUT_SHORT -> "it ends too early, at or after byte ";
                    case CHECKSUM -> "a checksum does not match what starts at byte ";
                    case SYNTAX -> "what it says is not an entry, at byte ";
                    case NOT_UTF8 -> "a text is not UTF-8, in the entry at byte ";
                    case AFTER_END -> "something follows its end, at byte ";
                    case NEWER_VERSION -> "it is of a newer version, says byte ";
                }
                + damage.offset();
    }

    /// Returns the message for a fault.
    public static Wording of(Fault fault) {
        return switch (fault) {
            case Fault.StreamFailed(IOException failure) ->
                new Wording("input or output failed: " + reason(failure), "the program ends");
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
            case Fault.UnknownEngine(String word, var near) ->
                new Wording(
                        "unknown engine " + Quotes.shortened(word),
                        didYouMean(near, "the engines are " + String.join(", ", EngineKind.words())));
            case Fault.NoFolderName _ -> new Wording("--data needs the name of a folder", "such as --data=notes");
            case Fault.NeedsFolder(String what) ->
                new Wording(what + " needs a data folder here", "name one at the start, as in --data=notes");
            case Fault.UnknownPolicy(String word) ->
                new Wording("unknown policy " + Quotes.shortened(word), "the policies are always, second and never");
            case Fault.FileFailed(FileProblem problem) -> of(problem);
            case Fault.StoreFailed(StoreError error) -> of(error);
            case Fault.LogFailed(LogProblem problem) -> of(problem);
            case Fault.CloseFailed(LogProblem problem) ->
                new Wording(of(problem).wrong(), "what was answered last may not survive a power cut");
            case Fault.Salvaged(String folder, long lost, int entries) ->
                new Wording(
                        Quotes.inQuotes(folder) + " was damaged: " + count(lost, "record") + " known to be lost",
                        "the session goes on with " + count(entries, "item")
                                + "; a copy of each damaged file ends in .damaged");
            case Fault.BadAddress(String address) ->
                new Wording(
                        "--connect cannot be " + Quotes.inQuotes(address),
                        "expected a host and a port, as in --connect=localhost:7171");
            case Fault.NotTogether(String option, String other) ->
                new Wording(option + " and " + other + " cannot be given together", "leave one of them out");
            case Fault.PasswordFailed(String file, Exception failure) ->
                new Wording(
                        "cannot read the password in " + Quotes.inQuotes(file) + ": " + reason(failure),
                        "expected a file with the password in its first line");
            case Fault.NeedsPassword(String host) ->
                new Wording(
                        "--host=" + host + " lets others in, and needs a password",
                        "name a file that has one, as in --password-file=secret");
            case Fault.CannotListen(String where, Exception failure) ->
                new Wording(
                        "cannot listen at " + where + ": " + reason(failure),
                        "choose another port, as in --port=7172; 0 is any that is free");
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
    static String count(long count, String noun) {
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
            case UnknownHostException _, UnresolvedAddressException _ -> "no such host";
            case SocketTimeoutException _ -> "no answer in time";
            case EOFException _ -> "it has closed the connection";
            case StreamCorruptedException _ -> "its answer is not one of a key-value store";
            case FileAlreadyExistsException other -> other.getFile() + " is in the way";
            case Disk.NotAFileException _ -> "it is not a file";
            case Disk.TooLargeException _ -> "it is larger than 2 GB";
            case InvalidPathException _ -> "not a valid file name";
            case NoSuchElementException _ -> "its first line is empty";
            case RuntimeException _, CharacterCodingException _ -> "the file is damaged";
            default ->
                Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
        };
    }
}
