package dev.minikv.step03.store;

import java.util.ArrayList;
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
    /// in keys that occur once. "Aa" and "BB" have the same hash code, and "long" is too long.
    List<String> KEYS = List.of("a", "b", "", "Aa", "BB", "long");

    /// The values to choose from, plainest first. The last is too long.
    List<String> VALUES = List.of("x", "y", "", "long");

    /// The limits of the stores compared, so small that a sequence reaches each of them.
    Limits LIMITS = new Limits(2, 1, 3);

    record Set(String key, String value) implements Operation {}

    record Get(String key) implements Operation {}

    record Contains(String key) implements Operation {}

    record Delete(String key) implements Operation {}

    record Clear() implements Operation {}

    record Count() implements Operation {}

    record Keys(String prefix) implements Operation {}

    /// Returns a sequence of operations. The same seed always gives the same one, on every machine,
    /// because the algorithm of [Random] is part of its specification.
    static List<Operation> sequence(long seed, int length) {
        var random = new Random(seed);
        return Stream.generate(() -> any(random)).limit(length).toList();
    }

    private static Operation any(Random random) {
        String key = KEYS.get(random.nextInt(KEYS.size()));
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return switch (random.nextInt(12)) { // `set` often and `clear` seldom, so that the store fills up
            case 0, 1, 2, 3 -> new Set(key, value);
            case 4, 5 -> new Get(key);
            case 6 -> new Contains(key);
            case 7, 8 -> new Delete(key);
            case 9 -> new Count();
            case 10 -> new Keys(key);
            default -> new Clear();
        };
    }

    /// Applies the operation to a store, and returns the store's answer.
    default Object on(KeyValueStore store) {
        return switch (this) {
            case Set(String key, String value) -> store.set(key, value);
            case Get(String key) -> store.get(key);
            case Contains(String key) -> store.contains(key);
            case Delete(String key) -> store.delete(key);
            case Clear() -> store.clear();
            case Count() -> store.count();
            case Keys(String prefix) -> store.keys(prefix);
        };
    }

    /// Returns the plainer sequences that are one change away. The change is made in all operations at
    /// once: a `set` and a `get` of the same key must still have the same key.
    static List<List<Operation>> plainer(List<Operation> operations) {
        var plainer = new ArrayList<List<Operation>>();
        for (UnaryOperator<String> key : replacements(KEYS)) {
            plainer.add(operations.stream()
                    .map(operation -> operation.with(key, UnaryOperator.identity()))
                    .toList());
        }
        for (UnaryOperator<String> value : replacements(VALUES)) {
            plainer.add(operations.stream()
                    .map(operation -> operation.with(UnaryOperator.identity(), value))
                    .toList());
        }
        plainer.removeIf(operations::equals); // the replaced string did not occur
        return plainer;
    }

    /// Returns the ways to replace a string with a plainer one.
    private static List<UnaryOperator<String>> replacements(List<String> plainestFirst) {
        var replacements = new ArrayList<UnaryOperator<String>>();
        for (int i = 0; i < plainestFirst.size(); i++) {
            String replaced = plainestFirst.get(i);
            for (String plainer : plainestFirst.subList(0, i)) {
                replacements.add(operand -> operand.equals(replaced) ? plainer : operand);
            }
        }
        return replacements;
    }

    /// Returns the same operation with other operands.
    default Operation with(UnaryOperator<String> otherKey, UnaryOperator<String> otherValue) {
        return switch (this) {
            case Set(String key, String value) -> new Set(otherKey.apply(key), otherValue.apply(value));
            case Get(String key) -> new Get(otherKey.apply(key));
            case Contains(String key) -> new Contains(otherKey.apply(key));
            case Delete(String key) -> new Delete(otherKey.apply(key));
            case Keys(String prefix) -> new Keys(otherKey.apply(prefix));
            case Clear(), Count() -> this;
        };
    }

    /// Returns the operation as Java code.
    default String code() {
        return switch (this) {
            case Set(String key, String value) -> "set(\"%s\", \"%s\")".formatted(key, value);
            case Get(String key) -> "get(\"%s\")".formatted(key);
            case Contains(String key) -> "contains(\"%s\")".formatted(key);
            case Delete(String key) -> "delete(\"%s\")".formatted(key);
            case Clear() -> "clear()";
            case Count() -> "count()";
            case Keys(String prefix) -> "keys(\"%s\")".formatted(prefix);
        };
    }
}
