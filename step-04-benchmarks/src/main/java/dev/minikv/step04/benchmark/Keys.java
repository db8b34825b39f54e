package dev.minikv.step04.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;

/// The keys of a benchmark: some that are stored, as many that are not, both in an order that no
/// processor can foresee.
///
/// Unless they have another shape, a key is a prefix and seven digits of base 36 which look random, such as
/// `user:1q7zk0f`. The same arguments give the same keys in the same order: two runs measure the same thing.
final class Keys {

    /// What is known of a key, and where it lies.
    enum Kind {

        /// Just made, as by a program that has read it from a file or a socket, and not hashed yet.
        FRESH,

        /// Just made, and hashed: its hash code is known.
        HASHED,

        /// One of many that the program has held for long: its hash code is known, and itself it has to
        /// be fetched from memory if there are more than fit into the caches.
        HELD;

        /// Returns the one of this name, in lower case.
        static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /*
     * How a fresh key is made matters. A String computes its hash when it is first asked, and keeps it;
     * a copy by new String(key) takes the hash along. A key that a program has just read comes from
     * bytes, and so do ours: all keys lie in one array, in the order in which they are wanted, which
     * the processor reads ahead. An array of Strings that have not been hashed yet would serve once
     * only: a measurement takes more keys than there is memory for.
     */
    private static final int DIGITS = 7; // an int in base 36

    private final int entries;
    private final IntFunction<String> shape;
    private final Kind kind;
    private final int[] ends; // of each key, in the text
    private final byte[] text;
    private final String[] keys;
    private int present = -1; // before the first
    private int absent = -1;
    private int oldest = -1;

    /// Makes the keys.
    ///
    /// @param entries how many are to be stored; there are as many others
    /// @param chars how long each is; at least 8
    /// @param kind what each key is that is handed out
    Keys(int entries, int chars, Kind kind) {
        this(entries, shape(chars), kind);
    }

    /// Makes keys of some shape.
    ///
    /// @param entries how many are to be stored: those of the numbers below that
    /// @param shape returns another key for each number up to twice as many
    /// @param kind what each key is that is handed out
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

    /// Puts the entries in: Strings that no other key or value shares, in an order other than that of
    /// the look-ups.
    void fill(Contender contender) {
        for (int i = 0; i < entries; i++) {
            contender.put(shape.apply(i), "value " + i);
        }
    }

    /// Returns one of the keys that are stored.
    String nextPresent() {
        present = present + 1 == entries ? 0 : present + 1;
        return at(present);
    }

    /// Returns one of the keys that are not stored.
    String nextAbsent() {
        absent = absent + 1 == entries ? 0 : absent + 1;
        return at(entries + absent);
    }

    /// Returns the next key to remove. Whoever does so stores [#newest()] instead: which keys are stored
    /// changes all the time then, and how many does not.
    String oldest() {
        oldest = oldest + 1 == 2 * entries ? 0 : oldest + 1;
        return at(oldest);
    }

    /// Returns a key that is not stored, to take the place of the last [#oldest()].
    String newest() {
        return at(oldest < entries ? oldest + entries : oldest - entries);
    }

    private String at(int position) {
        if (kind == Kind.HELD) {
            return keys[position]; // hashed in the first round
        }
        String key = made(position);
        if (kind == Kind.HASHED) {
            key.hashCode(); // which it keeps
        }
        return key;
    }

    private String made(int position) {
        int start = position == 0 ? 0 : ends[position - 1];
        return new String(text, start, ends[position] - start, UTF_8);
    }

    private static IntFunction<String> shape(int chars) {
        if (chars <= DIGITS) {
            throw new IllegalArgumentException("a key has more than %s chars".formatted(DIGITS));
        }
        return number -> key(number, chars);
    }

    private static String key(int number, int chars) {
        String digits = Integer.toUnsignedString(scrambled(number), 36);
        return "user:".repeat(chars).substring(0, chars - DIGITS) + "0".repeat(DIGITS - digits.length()) + digits;
    }

    /// Different numbers for different numbers, without a pattern that a hash could profit from: the
    /// last step of MurmurHash3.
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
