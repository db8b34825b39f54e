package dev.minikv.step07.repl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The commands as they are typed. Parsing, help, suggestions and completion all use this table.
enum Syntax {
    SET(
            "set",
            "put add",
            "<key> <value>",
            2,
            "store a value under a key; quote a value that has spaces",
            "set note \"two  spaces\""),
    GET("get", "show", "<key>", 1, "show the value of a key", "get note"),
    EXISTS("exists", "has contains", "<key>", 1, "say whether a key has a value", "exists note"),
    DELETE("delete", "rm remove unset", "<key>", 1, "remove a key and its value", "delete note"),
    KEYS("keys", "ls list", "[prefix]", 0, "list all keys, or those with a prefix, in order", "keys user:"),
    COUNT("count", "size", "", 0, "show how many keys have a value", "count"),
    CLEAR("clear", "reset", "", 0, "remove all keys", "clear"),
    HISTORY("history", "", "", 0, "list the lines typed so far", "history"),
    SOURCE("source", "run .", "<file>", 1, "run the commands in a file", "source backup.kv"),
    SAVE("save", "write export", "<file>", 1, "save all entries to a file", "save backup.csv"),
    SAVE_ANYWAY("save!", "", "<file>", 1, "save even over what was not saved here", "save! backup.csv"),
    LOAD("load", "open import", "<file>", 1, "add the entries that were saved to a file", "load backup.csv"),
    COMPACT("compact", "vacuum merge", "", 0, "shrink the data folder to what is live", "compact"),
    STATS("stats", "info status", "", 0, "show what the data folder holds, and what it has cost", "stats"),
    KILL("kill", "crash", "", 0, "end the process on the simulated disk, and start it again", "kill"),
    POWER("power", "", "off", 1, "cut the power of the simulated disk, and start again", "power off"),
    HELP("help", "? h", "[command]", 0, "list the commands, or explain one", "help set"),
    QUIT("quit", "bye", "", 0, "end the session, or the script", "quit"),
    EXIT("exit", "", "", 0, "the same as quit", "exit");

    private final String word;
    private final List<String> elsewhere;
    private final List<String> arguments;
    private final int required;
    private final String purpose;
    private final String example;

    Syntax(String word, String elsewhere, String arguments, int required, String purpose, String example) {
        this.word = word;
        this.elsewhere = words(elsewhere);
        this.arguments = words(arguments);
        this.required = required;
        this.purpose = purpose;
        this.example = example;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /// Returns the command that a word names, or empty if it names none.
    static Optional<Syntax> of(String word) {
        return Arrays.stream(values())
                .filter(syntax -> syntax.word.equals(word))
                .findFirst();
    }

    /// Returns the command that an unknown word probably means: the command that other programs call by
    /// that word, or the one with the nearest name.
    static Optional<Syntax> near(String word) {
        String lowerCase = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(syntax -> syntax.elsewhere.contains(lowerCase))
                .findFirst()
                .or(() -> Suggestion.of(word, words()).flatMap(Syntax::of));
    }

    /// Returns the names of all commands.
    static List<String> words() {
        return Arrays.stream(values()).map(Syntax::word).toList();
    }

    /// Returns the name of the command, the first word of its line.
    String word() {
        return word;
    }

    /// Returns the names of its arguments: in angle brackets if required, in square brackets if optional.
    List<String> arguments() {
        return arguments;
    }

    /// Returns the number of required arguments.
    int required() {
        return required;
    }

    /// Returns what it does, in a few words.
    String purpose() {
        return purpose;
    }

    /// Returns an example of a line with it.
    String example() {
        return example;
    }

    /// Returns the form of its line, such as `set <key> <value>`.
    String usage() {
        return arguments.isEmpty() ? word : word + " " + String.join(" ", arguments);
    }
}
