package dev.minikv.step04.repl;

import java.util.List;
import java.util.Optional;

/// The commands as they are typed: parsing, help, suggestions and completion all go by this table.
enum Syntax {
    SET("set", "<key> <value>", 2, "store a value under a key; in quotes if it has spaces", "set note \"two  spaces\""),
    GET("get", "<key>", 1, "show the value of a key", "get note"),
    EXISTS("exists", "<key>", 1, "say whether a key has a value", "exists note"),
    DELETE("delete", "<key>", 1, "remove a key and its value", "delete note"),
    KEYS("keys", "[prefix]", 0, "list the keys, or those that start with a prefix, in order", "keys user:"),
    COUNT("count", "", 0, "show how many keys have a value", "count"),
    CLEAR("clear", "", 0, "remove all keys", "clear"),
    HISTORY("history", "", 0, "list the lines that were typed", "history"),
    HELP("help", "[command]", 0, "list the commands, or explain one", "help set"),
    QUIT("quit", "", 0, "end the session; exit does it too", "quit");

    private final String word;
    private final List<String> arguments;
    private final int required;
    private final String purpose;
    private final String example;

    Syntax(String word, String arguments, int required, String purpose, String example) {
        this.word = word;
        this.arguments = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
        this.required = required;
        this.purpose = purpose;
        this.example = example;
    }

    /// Returns the command that a word names, or empty if it names none.
    static Optional<Syntax> of(String word) {
        String name = word.equals("exit") ? QUIT.word : word;
        for (Syntax syntax : values()) {
            if (syntax.word.equals(name)) {
                return Optional.of(syntax);
            }
        }
        return Optional.empty();
    }

    /// Returns the word that the command starts with.
    String word() {
        return word;
    }

    /// Returns what its arguments are called: in angle brackets if needed, in square ones if optional.
    List<String> arguments() {
        return arguments;
    }

    /// Returns how many arguments it needs at least.
    int required() {
        return required;
    }

    /// Returns what it does, in a few words.
    String purpose() {
        return purpose;
    }

    /// Returns a line with it.
    String example() {
        return example;
    }

    /// Returns what a line with it looks like, such as `set <key> <value>`.
    String usage() {
        return arguments.isEmpty() ? word : word + " " + String.join(" ", arguments);
    }
}
