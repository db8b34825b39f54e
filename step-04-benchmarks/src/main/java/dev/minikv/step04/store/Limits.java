package dev.minikv.step04.store;

/// How much a store takes.
///
/// @param maxKeyChars how long a key may be, in chars (UTF-16 code units); at least 1
/// @param maxValueChars how long a value may be, in chars; at least 1
/// @param maxEntries how many keys may have a value; at least 1
public record Limits(int maxKeyChars, int maxValueChars, int maxEntries) {

    /// What a store takes unless it is told otherwise: keys of a thousand chars, values of a million,
    /// a million entries. No single entry can fill the memory then, but many can: limits on entries are
    /// no limit on their sum.
    public static final Limits DEFAULT = new Limits(1_000, 1_000_000, 1_000_000);

    /// Checks that the limits let anything in at all.
    ///
    /// @throws IllegalArgumentException if one is less than 1: that is a bug in the caller
    public Limits {
        requirePositive("maxKeyChars", maxKeyChars);
        requirePositive("maxValueChars", maxValueChars);
        requirePositive("maxEntries", maxEntries);
    }

    private static void requirePositive(String name, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, and is " + limit);
        }
    }
}
