package dev.minikv.step07.exercise4;

/// What a request is answered with.
public sealed interface Reply {

    /// A word without line breaks, such as OK.
    record Status(String word) implements Reply {}

    /// A value, with any characters.
    record Text(String value) implements Reply {}

    /// There is no value.
    record Nil() implements Reply {}

    /// The request was refused.
    ///
    /// @param message why; it may quote the request
    record Refusal(String message) implements Reply {}
}
