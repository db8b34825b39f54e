package dev.minikv.step03.repl;

import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.Result;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/// What the program was told when it was started.
///
/// @param limits what the store takes
/// @param bail whether a script stops at its first error
/// @param debug whether a fault shows its cause
/// @param help whether to explain the options and do nothing else
public record Options(Limits limits, boolean bail, boolean debug, boolean help) {

    private static final Set<String> WITH_VALUE = Set.of("--max-key-chars", "--max-value-chars", "--max-entries");
    private static final Options DEFAULT = new Options(Limits.DEFAULT, false, false, false);

    /// Returns what there is to say about the options.
    public static String usage() {
        return """
                Reads commands from a terminal, or from a pipe or a file, and does them.

                  --bail                 stop a script at its first error (else it goes on, and the exit
                                         code is 1 in the end)
                  --max-key-chars=N      the longest key, in chars (%s)
                  --max-value-chars=N    the longest value, in chars (%s)
                  --max-entries=N        the most keys (%s)
                  --debug                show the cause of a fault
                  --help                 show this""".formatted(Limits.DEFAULT.maxKeyChars(), Limits.DEFAULT.maxValueChars(), Limits.DEFAULT.maxEntries());
    }

    /// Returns what the arguments say, or the first thing that is wrong with them.
    public static Result<Options, Fault> parse(List<String> arguments) {
        Options options = DEFAULT;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (WITH_VALUE.contains(argument) && i + 1 < arguments.size()) { // apart from its value
                argument += "=" + arguments.get(++i);
            }
            switch (options.with(argument)) {
                case Success(Options more) -> options = more;
                case Failure(Fault fault) -> {
                    return new Failure<>(fault);
                }
            }
        }
        return new Success<>(options);
    }

    private Result<Options, Fault> with(String argument) {
        return switch (argument) {
            case "--bail" -> new Success<>(new Options(limits, true, debug, help));
            case "--debug" -> new Success<>(new Options(limits, bail, true, help));
            case "--help" -> new Success<>(new Options(limits, bail, debug, true));
            default -> withLimit(argument);
        };
    }

    private Result<Options, Fault> withLimit(String argument) {
        String[] parts = argument.split("=", 2);
        String option = parts[0];
        String value = parts.length == 2 ? parts[1] : "";
        return switch (option) {
            case "--max-key-chars" ->
                withLimit(option, value, most -> new Limits(most, limits.maxValueChars(), limits.maxEntries()));
            case "--max-value-chars" ->
                withLimit(option, value, most -> new Limits(limits.maxKeyChars(), most, limits.maxEntries()));
            case "--max-entries" ->
                withLimit(option, value, most -> new Limits(limits.maxKeyChars(), limits.maxValueChars(), most));
            default -> new Failure<>(new Fault.UnknownOption(argument));
        };
    }

    private Result<Options, Fault> withLimit(String option, String value, IntFunction<Limits> changed) {
        try {
            int most = Integer.parseInt(value);
            if (most >= 1) {
                return new Success<>(new Options(changed.apply(most), bail, debug, help));
            }
        } catch (NumberFormatException _) {
            // Not a number, or a larger one than there are: told below, as one that is too small.
        }
        return new Failure<>(new Fault.NumberOutOfRange(option, value, 1, Integer.MAX_VALUE));
    }
}
