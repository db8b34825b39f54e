package dev.minikv.step04.repl;

import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.Limits;
import dev.minikv.step04.store.Result;
import dev.minikv.step04.store.Result.Failure;
import dev.minikv.step04.store.Result.Success;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;

/// What the program was told when it was started.
///
/// @param engine the engine that holds the entries
/// @param limits what the store takes
/// @param flags which options without a value were given
/// @param script the file to read commands from, `-` for standard input; empty if none was named
public record Options(EngineKind engine, Limits limits, Set<Flag> flags, Optional<String> script) {

    /// An option without a value.
    public enum Flag {
        /// A script stops at its first error.
        BAIL,

        /// A fault shows its cause.
        DEBUG,

        /// The options are explained, and nothing else is done.
        HELP
    }

    private static final Map<String, Flag> FLAGS =
            Map.of("--bail", Flag.BAIL, "--debug", Flag.DEBUG, "--help", Flag.HELP, "-h", Flag.HELP);

    private static final List<String> NAMES = List.of("--engine", "--bail", "--max-entries", "--debug", "--help");

    /// Returns what there is to say about the options.
    public static String usage() {
        var engines = new StringBuilder();
        for (EngineKind kind : EngineKind.values()) {
            engines.append("\n  %-19s%s".formatted(kind.word(), kind.description()));
        }
        return """
                Reads commands from a terminal, or from a pipe or a file, and does them.

                  FILE               a script to read them from; - is standard input
                  --engine=NAME      the engine that holds the entries, one of those below
                  --bail             stop a script at its first error (otherwise it goes on, and the exit
                                     code is 1 in the end)
                  --max-entries=N    the largest number of keys (%s)
                  --debug            show the cause of a fault
                  -h, --help         show this

                Engines (the first is the default):%s\
                """.formatted(Limits.DEFAULT.maxEntries(), engines);
    }

    /// Returns what the arguments say, or the first thing that is wrong with them.
    public static Result<Options, Fault> parse(List<String> arguments) {
        EngineKind engine = EngineKind.HASH;
        Limits limits = Limits.DEFAULT;
        var flags = EnumSet.noneOf(Flag.class);
        Optional<String> script = Optional.empty();
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.remove();
            String[] parts = argument.split("=", 2);
            switch (parts[0]) {
                case "--engine" -> {
                    String word = value(parts, rest);
                    Optional<EngineKind> kind = EngineKind.of(word);
                    if (kind.isEmpty()) {
                        return new Failure<>(new Fault.UnknownEngine(word, Suggestion.of(word, EngineKind.words())));
                    }
                    engine = kind.get();
                }
                case "--max-entries" -> {
                    String value = value(parts, rest);
                    OptionalInt maxEntries = number(value);
                    if (maxEntries.isEmpty() || maxEntries.getAsInt() < 1) {
                        return new Failure<>(new Fault.NumberOutOfRange(parts[0], value, 1, Integer.MAX_VALUE));
                    }
                    limits = new Limits(limits.maxKeyChars(), limits.maxValueChars(), maxEntries.getAsInt());
                }
                default -> {
                    if (FLAGS.containsKey(argument)) {
                        flags.add(FLAGS.get(argument));
                    } else if (!isFile(argument)) {
                        return new Failure<>(new Fault.UnknownOption(argument, Suggestion.of(parts[0], NAMES)));
                    } else if (script.isPresent()) {
                        return new Failure<>(new Fault.SecondScript(argument));
                    } else {
                        script = Optional.of(argument);
                    }
                }
            }
        }
        return new Success<>(new Options(engine, limits, flags, script));
    }

    private static boolean isFile(String argument) {
        return argument.equals("-") || !argument.isEmpty() && !argument.startsWith("-");
    }

    /// Returns what follows an option, in the same argument or in the next; empty if nothing does.
    private static String value(String[] parts, Queue<String> rest) {
        return parts.length == 2 ? parts[1] : Objects.requireNonNullElse(rest.poll(), "");
    }

    private static OptionalInt number(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }
}
