package dev.minikv.step07.format;

/// What is wrong with bytes, and where.
///
/// @param offset the first byte that is concerned, counted from 0
public record Damage(Kind kind, long offset) {

    /// What can be wrong.
    public enum Kind {
        /// The end is missing.
        CUT_SHORT,
        /// A checksum does not match.
        CHECKSUM,
        /// The rules of the format are broken.
        SYNTAX,
        /// A text is not UTF-8.
        NOT_UTF8,
        /// Something follows the end.
        AFTER_END,
        /// The version is one that this program does not know yet.
        NEWER_VERSION
    }
}
