package dev.minikv.step02.repl;

/// What a line asks for. The interface is sealed: the records below are all there are, so the
/// compiler can check that a `switch` over them is complete.
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

    /// A known command followed by too few words.
    ///
    /// @param usage the complete form, such as `get <key>`
    record Incomplete(String usage) implements Command {}

    /// A line whose first word is not a command.
    record Unknown(String word) implements Command {}
}
