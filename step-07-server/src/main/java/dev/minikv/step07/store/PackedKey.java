package dev.minikv.step07.store;

/// A key of up to 15 chars, all of them Latin-1 (below 256), as two longs: its head and its tail.
///
/// Together the longs are 16 bytes: the chars, then zeros up to 15 bytes, then the length, which tells
/// "a" from "a\0". Two keys are equal if and only if both longs are.
final class PackedKey {

    /*
     * Chars are read four at a time, and two fours may overlap: of seven chars, they are the first to
     * the fourth and the fourth to the seventh. The shifts bring a char that is read twice to the same
     * place, or push it out. A key of one to three chars consists of its first, its middle and its
     * last.
     *
     * A loop over the chars would be shorter. In EnginesBenchmark, it made look-ups among a million
     * keys clearly slower. It takes several instructions per char, and the fewer instructions there are
     * between two waits for memory, the more of these waits the processor can overlap.
     */

    private static final int MAX_CHARS = 15;

    private PackedKey() {}

    /// Returns whether a key can be packed: it has at most 15 chars, all of them Latin-1.
    static boolean fits(String key) {
        int length = key.length();
        if (length > MAX_CHARS) {
            return false;
        }
        // The checks cost next to nothing: a String knows whether it is Latin-1, and the JIT compiler uses that.
        if (length >= 8) {
            return fourFit(key, 0) && fourFit(key, 4) && fourFit(key, length - 8) && fourFit(key, length - 4);
        }
        if (length >= 4) {
            return fourFit(key, 0) && fourFit(key, length - 4);
        }
        return length == 0 || oneFits(key, 0) && oneFits(key, length / 2) && oneFits(key, length - 1);
    }

    /// Returns the first 8 chars of a key that fits, the first of them in the highest byte.
    static long head(String key) {
        int length = key.length();
        if (length >= 8) {
            return eight(key, 0);
        }
        if (length >= 4) {
            return four(key, 0) << 32 | four(key, length - 4) << Byte.SIZE * (8 - length);
        }
        return length == 0 ? 0 : one(key, 0) | one(key, length / 2) | one(key, length - 1);
    }

    /// Returns the chars after the first 8 of a key that fits, from the highest byte on, and the length
    /// in the lowest byte.
    static long tail(String key) {
        int length = key.length();
        if (length <= 8) {
            return length;
        }
        long last = length <= 12 ? four(key, length - 4) : eight(key, length - 8);
        return last << Byte.SIZE * (16 - length) | length;
    }

    private static long eight(String key, int i) {
        return four(key, i) << 32 | four(key, i + 4);
    }

    private static long four(String key, int i) {
        return (long) key.charAt(i) << 24
                | (long) key.charAt(i + 1) << 16
                | (long) key.charAt(i + 2) << 8
                | key.charAt(i + 3);
    }

    private static long one(String key, int i) {
        return (long) key.charAt(i) << Byte.SIZE * (7 - i);
    }

    private static boolean fourFit(String key, int i) {
        return oneFits(key, i) && oneFits(key, i + 1) && oneFits(key, i + 2) && oneFits(key, i + 3);
    }

    private static boolean oneFits(String key, int i) {
        return key.charAt(i) <= 0xFF;
    }

    /// Returns the key that was packed into these two longs.
    static String text(long head, long tail) {
        var chars = new char[(int) (tail & 0xFF)];
        for (int i = 0; i < chars.length; i++) {
            long word = i < 8 ? head : tail;
            chars[i] = (char) (word >>> Byte.SIZE * (7 - i % 8) & 0xFF);
        }
        return new String(chars);
    }
}
