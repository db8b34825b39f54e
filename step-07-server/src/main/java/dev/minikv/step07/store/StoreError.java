package dev.minikv.step07.store;

/// The reason why a store did not do what it was asked to. Lengths are in chars (UTF-16 code units), as
/// [String#length()] counts them.
public sealed interface StoreError {

    /// The key is too long.
    ///
    /// @param chars its length
    /// @param maxChars the maximum length
    record KeyTooLong(int chars, int maxChars) implements StoreError {}

    /// The value is too long.
    ///
    /// @param chars its length
    /// @param maxChars the maximum length
    record ValueTooLong(int chars, int maxChars) implements StoreError {}

    /// The key is new, and the store already holds the maximum number of keys.
    ///
    /// @param maxEntries the maximum number of keys
    record StoreFull(int maxEntries) implements StoreError {}

    /// The key or the value has half of a surrogate pair, and cannot be written as UTF-8.
    record NotUnicode() implements StoreError {}

    /// The store cannot be reached, or not be changed.
    ///
    /// @param what where it is, such as a folder
    /// @param cause what went wrong
    /// @param isBroken whether it stays so until the store is opened again
    record Unavailable(String what, Exception cause, boolean isBroken) implements StoreError {}

    /// The server that keeps the store has refused the request.
    ///
    /// @param text what it says
    record Refused(String text) implements StoreError {}

    /// The server that keeps the store cannot be reached, or was lost.
    ///
    /// @param where its address
    /// @param cause what went wrong
    /// @param isUncertain whether a change was sent, and may have been made
    record Unreachable(String where, Exception cause, boolean isUncertain) implements StoreError {}
}
