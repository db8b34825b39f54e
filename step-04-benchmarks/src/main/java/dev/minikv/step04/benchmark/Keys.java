package dev.minikv.step04.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;

/// The keys of a benchmark: some that are stored and the same number that are not, both in an order
/// that no processor can predict.
///
/// By default, a key consists of a prefix and seven base-36 digits that look random, as in
/// `user:1q7zk0f`. The same arguments give the same keys in the same order, so two runs measure the
/// same thing.
final class Keys {

    /// The state in which a key is handed out: whether its hash code is known, and where it lies.
    enum Kind {

        /// A key that has just been made, as if read from a file or a socket, and has not been hashed
        /// yet.
        FRESH,

        /// A key that has just been made, and knows its hash code.
        HASHED,

        /// One of many keys that the program has held for a long time. It knows its hash code, and has
        /// to be fetched from memory itself if the keys do not all fit into the caches.
        HELD;

        /// Returns the kind with this name, which is given in lower case.
        static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /*
     * How a fresh key is made matters. A String computes its hash code when it is first asked for, and
     * keeps it, and a copy by new String(key) copies the hash code too. A key that a program has just
     * read comes from bytes, and so do ours. The bytes of all keys lie in one array, in the order of
     * use, so that the processor can read ahead. An array of Strings that have not been hashed would
     * serve only once, and a measurement uses more keys than there is memory for.
     */
    private static final int DIGITS = 7; // an int in base 36

    private final int entries;
    private final IntFunction<String> shape;
    private final Kind kind;
    private final int[] ends; // where each key ends in the text
    private final byte[] text;
    private final String[] keys;
    private int present = -1; // before the first
    private int absent = -1;
    private int oldest = -1;

    /// Makes the keys.
    ///
    /// @param entries how many keys are to be stored; the same number is made that are not
    /// @param chars the length of each key; at least 8
    /// @param kind the state in which a key is handed out
    Keys(int entries, int chars, Kind kind) {
        this(entries, shape(chars), kind);
    }

    /// Makes keys of a given shape.
    ///
    /// @param entries how many keys are to be stored: those made from the numbers below `entries`
    /// @param shape makes a different key from each number below twice `entries`
    /// @param kind the state in which a key is handed out
    Keys(int entries, IntFunction<String> shape, Kind kind) {
        this.entries = entries;
        this.shape = shape;
        this.kind = kind;
        int[] numbers = new int[2 * entries];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        var random = new Random(4); // any seed: the same order in every run
        shuffle(numbers, 0, entries, random);
        shuffle(numbers, entries, 2 * entries, random);
        ends = new int[2 * entries];
        keys = new String[kind == Kind.HELD ? 2 * entries : 0];
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < numbers.length; i++) {
            bytes.writeBytes(shape.apply(numbers[i]).getBytes(UTF_8));
            ends[i] = bytes.size();
        }
        text = bytes.toByteArray();
        for (int i = 0; i < keys.length; i++) {
            keys[i] = made(i);
        }
    }

    /// Stores the entries, in another order than that of the look-ups. Keys and values are new Strings
    /// that share nothing.
    void fill(Contender contender) {
        for (int i = 0; i < entries; i++) {
            contender.put(shape.apply(i), "value " + i);
        }
    }

    /// Returns the next of the keys that are stored.
    String nextPresent() {
        present = present + 1 == entries ? 0 : present + 1;
        return at(present);
    }

    /// Returns the next of the keys that are not stored.
    String nextAbsent() {
        absent = absent + 1 == entries ? 0 : absent + 1;
        return at(entries + absent);
    }

    /// Returns the next key to remove. The caller then stores [#newest()] instead: the set of stored
    /// keys keeps changing, and its size does not.
    String oldest() {
        oldest = oldest + 1 == 2 * entries ? 0 : oldest + 1;
        return at(oldest);
    }

    /// Returns a key that is not stored, to replace the last [#oldest()].
    String newest() {
        return at(oldest < entries ? oldest + entries : oldest - entries);
    }

    private String at(int position) {
        if (kind == Kind.HELD) {
            return keys[position]; // hashed in the first round
        }
        String key = made(position);
        if (kind == Kind.HASHED) {
            key.hashCode(); // the key keeps it
        }
        return key;
    }

    private String made(int position) {
        int start = position == 0 ? 0 : ends[position - 1];
        return new String(text, start, ends[position] - start, UTF_8);
    }

    private static IntFunction<String> shape(int chars) {
        if (chars <= DIGITS) {
            throw new IllegalArgumentException("a key needs more than %s chars".formatted(DIGITS));
        }
        return number -> key(number, chars);
    }

    private static String key(int number, int chars) {
        String digits = Integer.toUnsignedString(scrambled(number), 36);
        return "user:".repeat(chars).substring(0, chars - DIGITS) + "0".repeat(DIGITS - digits.length()) + digits;
    }

    /// Maps different numbers to different numbers, without a pattern that could help a hash: the last
    /// step of MurmurHash3.
    private static int scrambled(int number) {
        int n = number;
        n = (n ^ (n >>> 16)) * 0x85ebca6b;
        n = (n ^ (n >>> 13)) * 0xc2b2ae35;
        return n ^ (n >>> 16);
    }

    private static void shuffle(int[] numbers, int from, int to, Random random) {
        for (int i = to - 1; i > from; i--) {
            int j = random.nextInt(from, i + 1);
            int number = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = number;
        }
    }
}
