package dev.minikv.step03.repl;

import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.Result;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

/// The options that the program was started with.
///
/// @param limits the limits of the store
/// @param flags the options without a value that were given
/// @param script the file to run, `-` for standard input; empty if none was given
public record Options(Limits limits, Set<Flag> flags, Optional<String> script) {

    /// An option without a value.
    public enum Flag {
        /// Stop a script at its first error.
        BAIL("--bail"),

        /// Print the stack trace of a fault's cause.
        DEBUG("--debug"),

        /// Explain the options, and do nothing else.
        HELP("--help", "-h");

        private final List<String> words;

        Flag(String... words) {
            this.words = List.of(words);
        }

        private static Optional<Flag> of(String argument) {
            return Stream.of(values())
                    .filter(flag -> flag.words.contains(argument))
                    .findFirst();
        }
    }

    private static final List<String> NAMES = List.of("--bail", "--max-entries", "--debug", "--help");

    /// Returns the help text: the options and what they do.
    public static String usage() {
        return """
                Runs commands from a terminal, a pipe or a file.

                  FILE               the script to run; - is standard input
                  --bail             stop a script at its first error instead of going on (the exit code
                                     is 1 either way)
                  --max-entries=N    the maximum number of keys (default: %s)
                  --debug            print the stack trace of a fault
                  -h, --help         show this help""".formatted(Limits.DEFAULT.maxEntries());
    }

    /// Returns the options that the arguments set, or the first fault in them.
    public static Result<Options, Fault> parse(List<String> arguments) {
        Limits limits = Limits.DEFAULT;
        var flags = EnumSet.noneOf(Flag.class);
        Optional<String> script = Optional.empty();
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.remove();
            String[] parts = argument.split("=", 2);
            switch (parts[0]) {
                case "--max-entries" -> {
                    String value = value(parts, rest);
                    OptionalInt maxEntries = number(value);
                    if (maxEntries.isEmpty() || maxEntries.getAsInt() < 1) {
                        return new Failure<>(new Fault.NumberOutOfRange(parts[0], value, 1, Integer.MAX_VALUE));
                    }
                    limits = new Limits(limits.maxKeyChars(), limits.maxValueChars(), maxEntries.getAsInt());
                }
                default -> {
                    Optional<Flag> flag = Flag.of(argument);
                    if (flag.isPresent()) {
                        flags.add(flag.get());
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
        return new Success<>(new Options(limits, flags, script));
    }

    private static boolean isFile(String argument) {
        return argument.equals("-") || !argument.isEmpty() && !argument.startsWith("-");
    }

    /// Returns the value of an option, from the same argument or the next; empty if there is none.
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
