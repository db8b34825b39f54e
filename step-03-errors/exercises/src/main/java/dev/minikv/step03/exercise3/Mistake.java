package dev.minikv.step03.exercise3;

/// What can be wrong with a line.
public enum Mistake {
    /// A quote is opened, and the line ends before it is closed.
    UNCLOSED_QUOTE,

    /// A quote stands in the middle of a word, or something follows a closing quote at once.
    MISPLACED_QUOTE,

    /// In quotes, a percent sign is followed by something that it gives no meaning to.
    UNKNOWN_ESCAPE
}
