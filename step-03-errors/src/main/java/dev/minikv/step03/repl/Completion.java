package dev.minikv.step03.repl;

import dev.minikv.step03.store.KeyValueStore;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a line that is being typed may go on with.
///
/// @param start where the word starts that is being typed
/// @param words what may stand there, as it is to be typed; the first hundred, if there are more
public record Completion(int start, List<String> words) {

    private static final int MAX_WORDS = 100;

    /// Returns what the last word of a line may become: a command, or a key that is in the store.
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

    private static List<String> words(List<Token> before, String begun, KeyValueStore store) {
        Stream<String> commands = Arrays.stream(Syntax.values()).map(Syntax::word);
        if (before.isEmpty()) {
            return commands.filter(word -> word.startsWith(begun)).toList();
        }
        Optional<Syntax> syntax = Syntax.of(before.getFirst().text());
        if (syntax.isEmpty() || before.size() > 1) {
            return List.of();
        }
        return switch (syntax.get()) {
            case SET, GET, EXISTS, DELETE, KEYS ->
                store.keys(begun).stream().limit(MAX_WORDS).map(Quotes::quote).toList();
            case HELP -> commands.filter(word -> word.startsWith(begun)).toList();
            case COUNT, CLEAR, HISTORY, QUIT -> List.of();
        };
    }
}
