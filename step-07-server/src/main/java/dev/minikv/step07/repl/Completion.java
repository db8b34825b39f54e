package dev.minikv.step07.repl;

import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import java.util.List;
import java.util.Optional;

/// The possible completions of a line that is being typed.
///
/// @param start the index of the word being typed
/// @param words what the word may become, in the form in which it must be typed
public record Completion(int start, List<String> words) {

    /// Returns the completions of the last word of a line: commands, keys in the store, or files.
    ///
    /// @param line the line up to the cursor
    public static Completion of(String line, KeyValueStore store) {
        return switch (Tokenizer.tokenize(line)) {
            case Success(List<Token> tokens) -> {
                boolean atNewWord = line.isEmpty() || Tokenizer.isWhiteSpace(line.charAt(line.length() - 1));
                List<Token> before = atNewWord ? tokens : tokens.subList(0, tokens.size() - 1);
                String begun = atNewWord ? "" : tokens.getLast().text();
                int start = atNewWord ? line.length() : tokens.getLast().at().start();
                yield new Completion(start, words(before, begun, store));
            }
            case Failure(Mistake.UnclosedQuote(Span at, char quote)) ->
                switch (Tokenizer.tokenize(line + quote)) {
                    case Success(List<Token> tokens) ->
                        new Completion(
                                at.start(),
                                words(
                                        tokens.subList(0, tokens.size() - 1),
                                        tokens.getLast().text(),
                                        store));
                    case Failure<?, ?> _ -> new Completion(at.start(), List.of());
                };
            case Failure<?, ?> _ -> new Completion(line.length(), List.of());
        };
    }

    /// Returns the longest prefix that all the words share.
    public String commonPrefix() {
        String prefix = words.isEmpty() ? "" : words.getFirst();
        for (String word : words) {
            while (!word.startsWith(prefix)) {
                prefix = prefix.substring(0, prefix.offsetByCodePoints(prefix.length(), -1));
            }
        }
        return prefix;
    }

    private static List<String> words(List<Token> before, String begun, KeyValueStore store) {
        if (before.isEmpty()) {
            return commands(begun);
        }
        Optional<Syntax> syntax = Syntax.of(before.getFirst().text());
        if (syntax.isEmpty() || before.size() > 1) {
            return List.of();
        }
        return switch (syntax.get()) {
            case SET, GET, EXISTS, DELETE, KEYS ->
                switch (store.keys(begun)) {
                    case Success(List<String> keys) -> quoted(keys);
                    case Failure<?, ?> _ -> List.of();
                };
            case SOURCE, SAVE, SAVE_ANYWAY, LOAD -> quoted(ScriptFile.names(begun));
            case HELP -> commands(begun);
            case POWER -> List.of("off");
            case COUNT, CLEAR, HISTORY, COMPACT, STATS, KILL, QUIT, EXIT -> List.of();
        };
    }

    private static List<String> commands(String begun) {
        return Syntax.words().stream().filter(word -> word.startsWith(begun)).toList();
    }

    private static List<String> quoted(List<String> texts) {
        return texts.stream().map(Quotes::quote).toList();
    }
}
