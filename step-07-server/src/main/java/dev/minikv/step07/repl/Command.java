package dev.minikv.step07.repl;

import java.util.Optional;

/// What a line asks for. The interface is sealed: the records below are all there are, so the
/// compiler can check that a `switch` over them is complete.
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

    /// List the lines typed so far.
    record History() implements Command {}

    /// Run the commands in a file.
    record Source(String file) implements Command {}

    /// Save the entries to a file.
    ///
    /// @param anyway whether to replace even what was neither loaded nor saved here
    record Save(String file, boolean anyway) implements Command {}

    /// Add the entries of a file.
    record Load(String file) implements Command {}

    /// Rewrite the data folder without what has been replaced or deleted.
    record Compact() implements Command {}

    /// Show what the data folder holds, and what it has cost.
    record Stats() implements Command {}

    /// Let the simulated disk lose what it may lose.
    record Crash(boolean powerCut) implements Command {}

    /// Explain a command, or list them all.
    record Help(Optional<Syntax> topic) implements Command {}

    /// End the session.
    record Quit() implements Command {}

    /// Do nothing: the line was blank, or a comment.
    record Nothing() implements Command {}
}
