package dev.minikv.step07.repl;

import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what a line means. The same line always means the same thing, whatever is stored.
final class CommandParser {

    private CommandParser() {}

    /// Returns what a line asks for, or the first mistake that is found in it: bytes that are not UTF-8 are
    /// looked for first, then quotes and escape sequences, then the command and its arguments.
    static Result<Command, Mistake> parse(String line) {
        for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            if (Tokenizer.isUndecoded(line.codePointAt(i))) {
                return new Failure<>(new Mistake.NotUtf8(new Span(i, i + 1), line.substring(0, i)));
            }
        }
        if (isComment(line)) {
            return new Success<>(new Command.Nothing());
        }
        return switch (Tokenizer.tokenize(line)) {
            case Success(List<Token> words) -> command(line, words);
            case Failure(Mistake mistake) -> new Failure<>(mistake);
        };
    }

    /// Whether the line starts with a `#`, after any white space. Anywhere else, `#` is an ordinary character.
    private static boolean isComment(String line) {
        int start = 0;
        while (start < line.length() && Tokenizer.isWhiteSpace(line.charAt(start))) {
            start++;
        }
        return line.startsWith("#", start);
    }

    private static Result<Command, Mistake> command(String line, List<Token> words) {
        if (words.isEmpty()) {
            return new Success<>(new Command.Nothing());
        }
        Token first = words.getFirst();
        Optional<Syntax> syntax = Syntax.of(first.text());
        return syntax.isEmpty() ? unknown(first) : command(line, syntax.get(), words.subList(1, words.size()));
    }

    private static Result<Command, Mistake> command(String line, Syntax syntax, List<Token> arguments) {
        if (arguments.size() < syntax.required()) {
            int end = line.stripTrailing().length(); // a line from Windows ends with '\r'
            var atEnd = new Span(end, end);
            String missing = syntax.arguments().get(arguments.size());
            return new Failure<>(new Mistake.MissingArgument(atEnd, syntax, missing));
        }
        if (arguments.size() > syntax.arguments().size()) {
            return extra(line, syntax, arguments);
        }
        var texts = new ArrayList<String>();
        for (Token argument : arguments) {
            texts.add(argument.text());
        }
        return switch (syntax) {
            case SET -> new Success<>(new Command.Set(texts.get(0), texts.get(1)));
            case GET -> new Success<>(new Command.Get(texts.get(0)));
            case EXISTS -> new Success<>(new Command.Exists(texts.get(0)));
            case DELETE -> new Success<>(new Command.Delete(texts.get(0)));
            case KEYS -> new Success<>(new Command.Keys(texts.isEmpty() ? "" : texts.getFirst()));
            case COUNT -> new Success<>(new Command.Count());
            case CLEAR -> new Success<>(new Command.Clear());
            case HISTORY -> new Success<>(new Command.History());
            case SOURCE -> new Success<>(new Command.Source(texts.get(0)));
            case HELP -> help(arguments);
            case SAVE, SAVE_ANYWAY -> new Success<>(new Command.Save(texts.get(0), syntax == Syntax.SAVE_ANYWAY));
            case LOAD -> new Success<>(new Command.Load(texts.get(0)));
            case COMPACT -> new Success<>(new Command.Compact());
            case STATS -> new Success<>(new Command.Stats());
            case KILL -> new Success<>(new Command.Crash(false));
            case POWER -> power(arguments.getFirst());
            case QUIT, EXIT -> new Success<>(new Command.Quit());
        };
    }

    private static Result<Command, Mistake> power(Token argument) {
        return argument.text().equals("off")
                ? new Success<>(new Command.Crash(true))
                : new Failure<>(new Mistake.MissingArgument(argument.at(), Syntax.POWER, "off"));
    }

    private static Result<Command, Mistake> help(List<Token> arguments) {
        if (arguments.isEmpty()) {
            return new Success<>(new Command.Help(Optional.empty()));
        }
        Optional<Syntax> topic = Syntax.of(arguments.getFirst().text());
        return topic.isEmpty() ? unknown(arguments.getFirst()) : new Success<>(new Command.Help(topic));
    }

    private static Result<Command, Mistake> unknown(Token word) {
        return new Failure<>(new Mistake.UnknownCommand(word.at(), word.text(), Syntax.near(word.text())));
    }

    private static Result<Command, Mistake> extra(String line, Syntax syntax, List<Token> arguments) {
        int max = syntax.arguments().size();
        int from = arguments.get(max).at().start();
        var at = new Span(from, arguments.getLast().at().end());
        return new Failure<>(new Mistake.ExtraArgument(at, syntax, quoted(line, syntax, arguments)));
    }

    /// Returns the line with quotes around its last argument and everything after it: someone who types
    /// `set note two spaces` most likely forgot the quotes. Empty if quotes would not help.
    private static Optional<String> quoted(String line, Syntax syntax, List<Token> arguments) {
        int last = syntax.arguments().size() - 1;
        if (last < 0 || syntax == Syntax.HELP) { // the name of a command has no spaces
            return Optional.empty();
        }
        var meant = new StringBuilder(syntax.word());
        for (Token argument : arguments.subList(0, last)) {
            meant.append(' ').append(Quotes.quote(argument.text()));
        }
        int start = arguments.get(last).at().start();
        int end = arguments.getLast().at().end();
        return Optional.of(meant + " " + Quotes.inQuotes(line.substring(start, end)));
    }
}
