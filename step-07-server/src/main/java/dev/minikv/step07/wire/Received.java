package dev.minikv.step07.wire;

import java.util.List;

/// What the bytes that have arrived amount to.
public sealed interface Received {

    /// A request, complete.
    ///
    /// @param words the command and its arguments, at least one
    record Request(List<byte[]> words) implements Received {}

    /// No request: what follows cannot be understood either.
    ///
    /// @param why one line
    record Malformed(String why) implements Received {}

    /// Not yet a request.
    record Incomplete() implements Received {}
}
