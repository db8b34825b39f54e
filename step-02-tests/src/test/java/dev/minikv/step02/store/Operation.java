package dev.minikv.step02.store;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A call to a store, as a value: unlike the call itself, it can be generated at random, kept in a
/// list, removed, changed, printed, and repeated on another store.
sealed interface Operation {

    /// The keys to choose from, plainest first.
    ///
    /// There are few, so that a sequence returns to the same key again and again: a bug seldom shows
    /// in keys that occur once. "Aa" and "BB" have the same hash code.
    List<String> KEYS = List.of("a", "b", "", "Aa", "BB");

    /// The values to choose from, plainest first.
    List<String> VALUES = List.of("x", "y", "");

    record Set(String key, String value) implements Operation {}

    record Get(String key) implements Operation {}

    record Delete(String key) implements Operation {}

    record Count() implements Operation {}

    /// Returns a sequence of operations. The same seed always gives the same one, on every machine,
    /// because the algorithm of [Random] is part of its specification.
    static List<Operation> sequence(long seed, int length) {
        var random = new Random(seed);
        return Stream.generate(() -> any(random)).limit(length).toList();
    }

    private static Operation any(Random random) {
        String key = KEYS.get(random.nextInt(KEYS.size()));
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return switch (random.nextInt(4)) {
            case 0 -> new Set(key, value);
            case 1 -> new Get(key);
            case 2 -> new Delete(key);
            default -> new Count();
        };
    }

    /// Applies the operation to a store, and returns the store's answer.
    default Object on(KeyValueStore store) {
        return switch (this) {
            case Set(String key, String value) -> store.set(key, value);
            case Get(String key) -> store.get(key);
            case Delete(String key) -> store.delete(key);
            case Count() -> store.count();
        };
    }

    /// Returns the same operation with other operands.
    default Operation with(UnaryOperator<String> otherKey, UnaryOperator<String> otherValue) {
        return switch (this) {
            case Set(String key, String value) -> new Set(otherKey.apply(key), otherValue.apply(value));
            case Get(String key) -> new Get(otherKey.apply(key));
            case Delete(String key) -> new Delete(otherKey.apply(key));
            case Count() -> this;
        };
    }

    /// Returns the operation as Java code.
    default String code() {
        return switch (this) {
            case Set(String key, String value) -> "set(\"%s\", \"%s\")".formatted(key, value);
            case Get(String key) -> "get(\"%s\")".formatted(key);
            case Delete(String key) -> "delete(\"%s\")".formatted(key);
            case Count() -> "count()";
        };
    }
}
