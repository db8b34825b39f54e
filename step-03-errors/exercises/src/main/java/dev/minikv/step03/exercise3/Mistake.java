package dev.minikv.step03.exercise3;

/// What can be wrong with a line.
public enum Mistake {
    /// A quote is opened, and the line ends before it is closed.
    UNCLOSED_QUOTE,

    /// A quote stands in a word that did not start with one, or a closing quote does not end its word.
    MISPLACED_QUOTE,

    /// In quotes, a percent sign is followed by something that it gives no meaning to.
    UNKNOWN_ESCAPE
}
