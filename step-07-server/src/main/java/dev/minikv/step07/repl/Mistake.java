package dev.minikv.step07.repl;

import java.util.Optional;

/// A mistake in a line, which its author can correct.
///
/// A mistake is data; [Wording] turns it into a message.
sealed interface Mistake {

    /// Returns the part of the line that is wrong.
    Span at();

    /// A quote is opened and never closed.
    record UnclosedQuote(Span at, char quote) implements Mistake {}

    /// A closing quote is followed by text without a space between them.
    record TextAfterQuote(Span at) implements Mistake {}

    /// A backslash in double quotes does not start an escape sequence.
    record UnknownEscape(Span at) implements Mistake {}

    /// A backslash and a `u` are not followed by the number of a code point in braces.
    record NoCodePoint(Span at) implements Mistake {}

    /// The number of a code point has no closing brace.
    ///
    /// @param at where the brace should be
    record UnclosedBrace(Span at) implements Mistake {}

    /// A byte is not valid UTF-8.
    ///
    /// @param before the part of the line before the byte
    record NotUtf8(Span at, String before) implements Mistake {}

    /// There is no such command.
    ///
    /// @param near the command that was probably meant, if there is one
    record UnknownCommand(Span at, String word, Optional<Syntax> near) implements Mistake {}

    /// An argument is missing.
    ///
    /// @param argument its name, such as `<key>`
    record MissingArgument(Span at, Syntax syntax, String argument) implements Mistake {}

    /// There are more arguments than the command takes.
    ///
    /// @param quoted the line that was probably meant, if there is one
    record ExtraArgument(Span at, Syntax syntax, Optional<String> quoted) implements Mistake {}
}
