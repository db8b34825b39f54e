package dev.minikv.step07.exercise2;

import java.util.List;

/// What a client has sent.
public sealed interface Received {

    /// A request within the limits.
    ///
    /// @param words in their order
    record Request(List<String> words) implements Received {}

    /// What is not a request, or too much for one. The server closes the connection, so nothing more is read.
    ///
    /// @param reason why it is refused
    record Refused(Reason reason) implements Received {}

    /// Why a request is refused.
    enum Reason {

        /// A byte is not what it should be.
        MALFORMED,

        /// There are more words than are allowed.
        TOO_MANY_WORDS,

        /// A word has more bytes than are allowed.
        WORD_TOO_LONG,

        /// All words together have more bytes than are allowed.
        REQUEST_TOO_LONG
    }
}
