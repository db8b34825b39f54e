package dev.minikv.step04.repl;

import java.util.Optional;

/// A line that means nothing: a mistake of the one who typed it, who can mend it.
///
/// It is data, which [Wording] puts in words.
sealed interface Mistake {

    /// Returns the part of the line to look at.
    Span at();

    /// A quote is opened and not closed.
    record UnclosedQuote(Span at, char quote) implements Mistake {}

    /// Something follows a closing quote at once.
    record TextAfterQuote(Span at) implements Mistake {}

    /// A backslash in double quotes is followed by something that it gives no meaning to.
    record UnknownEscape(Span at) implements Mistake {}

    /// A backslash and a `u` are not followed by a code point's number in braces.
    record NoCodePoint(Span at) implements Mistake {}

    /// The number of a code point has no closing brace after it.
    ///
    /// @param at where the brace is missing
    record UnclosedBrace(Span at) implements Mistake {}

    /// A byte is not UTF-8.
    ///
    /// @param before the line before it
    record NotUtf8(Span at, String before) implements Mistake {}

    /// There is no such command.
    ///
    /// @param near the command that was probably meant, if there is one
    record UnknownCommand(Span at, String word, Optional<Syntax> near) implements Mistake {}

    /// An argument is missing.
    ///
    /// @param argument what it is called
    record MissingArgument(Span at, Syntax syntax, String argument) implements Mistake {}

    /// There are more arguments than the command takes.
    ///
    /// @param quoted the line that was probably meant, if there is one
    record ExtraArgument(Span at, Syntax syntax, Optional<String> quoted) implements Mistake {}
}
