package dev.minikv.step04.repl;

import java.util.Optional;

/// What a line asks for. The kinds below are all there are, which lets the compiler check that a
/// `switch` over them leaves none out.
sealed interface Command {

    /// Store a value under a key.
    record Set(String key, String value) implements Command {}

    /// Show the value of a key.
    record Get(String key) implements Command {}

    /// Say whether a key has a value.
    record Exists(String key) implements Command {}

    /// Remove a key.
    record Delete(String key) implements Command {}

    /// List the keys that start with a prefix.
    record Keys(String prefix) implements Command {}

    /// Show how many keys have a value.
    record Count() implements Command {}

    /// Remove all keys.
    record Clear() implements Command {}

    /// List the lines that were typed.
    record History() implements Command {}

    /// Do what the lines of a file say.
    record Source(String file) implements Command {}

    /// Explain a command, or list them all.
    record Help(Optional<Syntax> topic) implements Command {}

    /// End the session.
    record Quit() implements Command {}

    /// Do nothing: the line was blank, or a comment.
    record Nothing() implements Command {}
}
