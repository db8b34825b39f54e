package dev.minikv.step07.wire;

import java.util.List;
import java.util.Map.Entry;

/// What a server answers to a request.
public sealed interface Reply {

    /// All is well, and there is nothing to return.
    Reply OK = new Status("OK");

    /// There is no value.
    Reply NIL = new Nil();

    /// A word, such as OK.
    record Status(String word) implements Reply {}

    /// The request failed.
    ///
    /// @param text begins with a word in capitals, for programs
    record Error(String text) implements Reply {}

    /// A number.
    record Number(long value) implements Reply {}

    /// A text of any length and with any characters.
    record Text(String value) implements Reply {}

    /// The same for bytes, which may be no text.
    record Bytes(byte[] value) implements Reply {}

    /// No value.
    record Nil() implements Reply {}

    /// Several replies in one.
    record Items(List<Reply> items) implements Reply {}

    /// Names and their values, which RESP2 takes for a list of both in turn.
    record Pairs(List<Entry<String, Reply>> pairs) implements Reply {}

    /// A text that is meant to be shown to a person as it is.
    record Display(String text) implements Reply {}
}
