package dev.minikv.step07.store;

/// How much a store accepts.
///
/// @param maxKeyChars the maximum length of a key in chars (UTF-16 code units); at least 1
/// @param maxValueChars the maximum length of a value in chars; at least 1
/// @param maxEntries the maximum number of keys; at least 1
public record Limits(int maxKeyChars, int maxValueChars, int maxEntries) {

    /// The default limits: keys of a thousand chars, values of a million chars, a million entries. With
    /// these limits no single entry can fill the memory, but many together can, because nothing limits
    /// their sum.
    public static final Limits DEFAULT = new Limits(1_000, 1_000_000, 1_000_000);

    /// Checks that the limits allow at least one entry.
    ///
    /// @throws IllegalArgumentException if a limit is less than 1, which is a bug in the caller
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
