package dev.minikv.step04.store;

/// Why a store refused to store something. All lengths are in chars (UTF-16 code units), as
/// [String#length()] counts them.
public sealed interface StoreError {

    /// The key is longer than the store takes.
    ///
    /// @param chars how long it is
    /// @param maxChars how long it may be
    record KeyTooLong(int chars, int maxChars) implements StoreError {}

    /// The value is longer than the store takes.
    ///
    /// @param chars how long it is
    /// @param maxChars how long it may be
    record ValueTooLong(int chars, int maxChars) implements StoreError {}

    /// The key is new, and the store holds as many keys as it may.
    ///
    /// @param maxEntries how many that is
    record StoreFull(int maxEntries) implements StoreError {}
}
