package dev.minikv.step01.exercise6;

import static java.util.stream.Collectors.joining;

import dev.minikv.step01.store.MiniKvStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The commands of a REPL: `set`, `get`, `count`, `help`, and those that are registered.
public final class CommandTable {

    private final MiniKvStore store;
    private final Map<String, Command> commands = new LinkedHashMap<>(); // in help's order

    /// Creates the table with the commands that every store has.
    public CommandTable(MiniKvStore store) {
        this.store = store;
        register("set", List.of("key", "value"), this::set);
        register("get", List.of("key"), this::get);
        register("count", List.of(), _ -> String.valueOf(store.count()));
        register("help", List.of(), _ -> help());
    }

    /// Adds a command.
    ///
    /// @param name the word that calls it
    /// @param parameters the names of its parameters, all of them required
    /// @param action what it does
    /// @throws IllegalArgumentException if the name is taken; the command that has it keeps it
    public void register(String name, List<String> parameters, Action action) {
        if (commands.containsKey(name)) {
            throw new IllegalArgumentException("there already is a command '" + name + "'");
        }
        commands.put(name, new Command(name, parameters, action));
    }

    /// Executes a line, which holds at least one word, and returns the answer.
    public String execute(String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        List<String> arguments = words.subList(1, words.size());
        Command command = commands.get(words.getFirst());
        if (command == null) {
            return "Unknown command: " + words.getFirst();
        }
        if (arguments.size() != command.parameters().size()) {
            return "Usage: " + command.usage();
        }
        boolean isOwn = List.of("set", "get", "count", "help").contains(command.name());
        return command.action().answer(isOwn ? arguments : words);
    }

    private String set(List<String> arguments) {
        store.set(arguments.get(0), arguments.get(1));
        return "OK";
    }

    private String get(List<String> arguments) {
        return store.get(arguments.getFirst()).orElse("not found");
    }

    private String help() {
        return commands.values().stream().map(Command::usage).collect(joining("\n"));
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
