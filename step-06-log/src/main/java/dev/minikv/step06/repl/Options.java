package dev.minikv.step06.repl;

import dev.minikv.step06.format.Format;
import dev.minikv.step06.store.EngineKind;
import dev.minikv.step06.store.Limits;
import dev.minikv.step06.store.Result;
import dev.minikv.step06.store.Result.Failure;
import dev.minikv.step06.store.Result.Success;
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
/// @param engine the engine that holds the entries
/// @param limits the limits of the store
/// @param flags the options without a value that were given
/// @param script the file to run, `-` for standard input; empty if none was given
/// @param file the file that the store is loaded from and saved to; empty if there is none
/// @param format the format to save that file in if it is new; by default what its name ends with
public record Options(
        EngineKind engine,
        Limits limits,
        Set<Flag> flags,
        Optional<String> script,
        Optional<String> file,
        Optional<Format> format) {

    /// An option without a value.
    public enum Flag {
        /// Stop a script at its first error.
        BAIL("--bail"),

        /// Print the stack trace of a fault's cause.
        DEBUG("--debug"),

        /// Explain the options, and do nothing else.
        HELP("--help", "-h"),

        /// Load what is left of a damaged file.
        SALVAGE("--salvage"),

        /// Keep files on a simulated disk, which can lose power.
        SIMULATED_DISK("--disk=simulated");

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

    private static final List<String> NAMES = List.of(
            "--engine --bail --max-entries --debug --help --file --format --salvage --disk=simulated".split(" "));

    /// Returns the help text: the options and what they do.
    public static String usage() {
        var engines = new StringBuilder();
        for (EngineKind kind : EngineKind.values()) {
            engines.append("\n  %-19s%s".formatted(kind.word(), kind.description()));
        }
        return """
                Runs commands from a terminal, a pipe or a file.

                  FILE               the script to run; - is standard input
                  --file=FILE        load the store from this file, and save it there at the end
                  --format=NAME      the format of a new file: script, csv or binary (by default what
                                     its name ends with, otherwise script)
                  --salvage          load what is left of a damaged file, and keep a copy of it
                  --disk=simulated   keep files on a disk in memory, which can lose power
                  --engine=NAME      the engine that holds the entries, one of those below
                  --bail             stop a script at its first error instead of going on (the exit code
                                     is 1 either way)
                  --max-entries=N    the maximum number of keys (default: %s)
                  --debug            print the stack trace of a fault
                  -h, --help         show this help

                Engines (the first is the default):%s\
                """.formatted(Limits.DEFAULT.maxEntries(), engines);
    }

    /// Returns the options that the arguments set, or the first fault in them.
    public static Result<Options, Fault> parse(List<String> arguments) {
        EngineKind engine = EngineKind.HASH;
        Limits limits = Limits.DEFAULT;
        var flags = EnumSet.noneOf(Flag.class);
        Optional<String> script = Optional.empty();
        Optional<String> file = Optional.empty();
        Optional<Format> format = Optional.empty();
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
                case "--file" -> {
                    file = Optional.of(value(parts, rest));
                    if (file.get().isEmpty()) {
                        return new Failure<>(new Fault.NoFileName(parts[0]));
                    }
                }
                case "--format" -> {
                    String word = value(parts, rest);
                    format = Saving.format(word);
                    if (format.isEmpty()) {
                        return new Failure<>(new Fault.UnknownFormat(word));
                    }
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
        return new Success<>(new Options(engine, limits, flags, script, file, format));
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
