package dev.minikv.step04.store;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Random sequences over many keys of every kind, during which a store fills up and empties again.
///
/// An [Operation#sequence] has six keys, too few for a table to grow. Here there are up to a thousand,
/// including keys that a table might confuse: with equal hash codes, with the same beginning, or with
/// chars that agree in some of their bits.
final class ManyKeys {

    /// A sequence reaches the limits on entries and on values, but not the limit on keys: a key that is
    /// refused cannot be confused with another.
    static final Limits LIMITS = new Limits(20, 1, 500);

    /// Neighbours, chars whose low bytes are equal or differ only in the highest bit, and halves of
    /// surrogate pairs.
    private static final String CHARS = "ab\0\u0080\u00FF\u0161\uFF80\uFFFF\u6F22\uDE00\uD83D"; // no pairs

    private final Random random;
    private final List<String> keys;
    private boolean fills = true;

    private ManyKeys(Random random) {
        this.random = random;
        this.keys =
                Stream.generate(this::newKey).limit(1 + random.nextInt(1000)).toList();
    }

    /// Returns a sequence of operations, which is always the same for the same seed.
    static List<Operation> sequence(long seed, int length) {
        var sequence = new ManyKeys(new Random(seed));
        return Stream.generate(sequence::any).limit(length).toList();
    }

    private String newKey() {
        return switch (random.nextInt(4)) {
            case 0 -> "key " + random.nextInt(1000);
            case 1 -> strings(List.of("Aa", "BB", "C#"), 11); // blocks with equal hash codes
            default -> strings(List.of(CHARS.split("")), 21);
        };
    }

    /// Returns a random number of strings, fewer than `count`, chosen at random and joined.
    private String strings(List<String> strings, int count) {
        return IntStream.range(0, random.nextInt(count))
                .mapToObj(_ -> strings.get(random.nextInt(strings.size())))
                .collect(Collectors.joining());
    }

    private Operation any() {
        if (random.nextInt(500) == 0) {
            fills = !fills;
        }
        String key = new String(keys.get(random.nextInt(keys.size()))); // another object each time
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 ->
                random.nextInt(10) > 0 == fills ? new Operation.Set(key, value()) : new Operation.Delete(key);
            case 5, 6, 7 -> new Operation.Get(key);
            case 8 -> new Operation.Contains(key);
            default -> aboutAll(key);
        };
    }

    /// Returns an operation on all keys, or far more often a get: operations on all keys take long, and
    /// a store that is often cleared has no time to grow.
    private Operation aboutAll(String key) {
        return switch (random.nextInt(100)) {
            case 0 -> new Operation.Clear();
            case 1 -> new Operation.Keys(key.substring(0, Math.min(key.length(), 1)));
            case 2 -> new Operation.Count();
            default -> new Operation.Get(key);
        };
    }

    private String value() {
        return Operation.VALUES.get(random.nextInt(Operation.VALUES.size()));
    }
}
