package dev.minikv.step02.repl;

/// What a line asks for. The kinds below are all there are, which lets the compiler check that a
/// `switch` over them leaves none out.
sealed interface Command {

    /// Store a value under a key.
    record Set(String key, String value) implements Command {}

    /// Show the value of a key.
    record Get(String key) implements Command {}

    /// Remove a key.
    record Delete(String key) implements Command {}

    /// Show how many keys have a value.
    record Count() implements Command {}

    /// End the session.
    record Quit() implements Command {}

    /// Do nothing: the line was blank.
    record Nothing() implements Command {}

    /// A known command with too few words after it.
    ///
    /// @param usage what a complete one looks like, such as `get <key>`
    record Incomplete(String usage) implements Command {}

    /// A line whose first word is not a command.
    record Unknown(String word) implements Command {}
}
