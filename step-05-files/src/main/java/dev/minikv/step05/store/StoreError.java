package dev.minikv.step05.store;

/// The reason why a store refused to store something. Lengths are in chars (UTF-16 code units), as
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
}
