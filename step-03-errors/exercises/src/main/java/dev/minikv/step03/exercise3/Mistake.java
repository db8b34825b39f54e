package dev.minikv.step03.exercise3;

/// The mistakes that a line can contain.
public enum Mistake {
    /// A quote is opened, and the line ends before it is closed.
    UNCLOSED_QUOTE,

    /// A quote is in a word that did not start with one, or a closing quote does not end its word.
    MISPLACED_QUOTE,

    /// In quotes, a percent sign does not start an escape.
    UNKNOWN_ESCAPE
}
