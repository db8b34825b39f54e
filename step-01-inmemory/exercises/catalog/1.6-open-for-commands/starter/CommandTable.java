package dev.minikv.step01.exercise6;

import dev.minikv.step01.store.MiniKvStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The commands of a REPL: `set`, `get`, `count`, `help`, and those that are registered.
public final class CommandTable {

    private final MiniKvStore store;
    private final Map<String, Command> registered = new HashMap<>();

    /// Creates the table with the commands that every store has.
    public CommandTable(MiniKvStore store) {
        this.store = store;
    }

    /// Adds a command.
    ///
    /// @param name the word that calls it
    /// @param parameters the names of its parameters, all of them required
    /// @param action what it does
    public void register(String name, List<String> parameters, Action action) {
        registered.put(name, new Command(name, parameters, action));
    }

    /// Executes a line, which holds at least one word, and returns the answer.
    public String execute(String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        List<String> arguments = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "set" -> arguments.size() < 2 ? "Usage: set <key> <value>" : set(arguments);
            case "get" -> arguments.size() < 1 ? "Usage: get <key>" : get(arguments);
            case "count" -> String.valueOf(store.count());
            case "help" -> help();
            default -> executeRegistered(words.getFirst(), arguments);
        };
    }

    private String executeRegistered(String name, List<String> arguments) {
        Command command = registered.get(name);
        if (command == null) {
            return "Unknown command: " + name;
        }
        if (arguments.size() < command.parameters().size()) {
            return "Usage: " + command.usage();
        }
        return command.action().answer(arguments);
    }

    private String set(List<String> arguments) {
        store.set(arguments.get(0), arguments.get(1));
        return "OK";
    }

    private String get(List<String> arguments) {
        return store.get(arguments.getFirst()).orElse("not found");
    }

    private String help() {
        return """
                set <key> <value>
                get <key>
                count
                help""";
    }

    /// What a command does.
    @FunctionalInterface
    public interface Action {

        /// Takes the arguments, one for each parameter, and returns the answer.
        String answer(List<String> arguments);
    }

    /// A command as it was registered.
    private record Command(String name, List<String> parameters, Action action) {

        /// Returns how to type the command, such as `get <key>`.
        String usage() {
            var usage = new StringBuilder(name);
            for (String parameter : parameters) {
                usage.append(" <").append(parameter).append('>');
            }
            return usage.toString();
        }
    }
}
