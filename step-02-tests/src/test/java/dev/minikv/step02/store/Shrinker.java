package dev.minikv.step02.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Shrinks a failing sequence of operations: makes it as short and plain as it can.
///
/// A random sequence fails because of a few of its operations, and the others hide them. So remove
/// some and try again: if the sequence still fails, they did not matter. An operation that can be
/// neither removed nor made plainer is there for a reason.
final class Shrinker {

    private Shrinker() {}

    /// Returns a sequence that fails, but no longer fails when any one operation is removed.
    ///
    /// @param operations a sequence that fails
    static List<Operation> shrink(List<Operation> operations, Predicate<List<Operation>> fails) {
        for (List<Operation> smaller : smaller(operations)) {
            if (fails.test(smaller)) {
                return shrink(smaller, fails); // ends, because the sequence gets smaller each time
            }
        }
        return operations;
    }

    /// Returns the sequences that are one change away: first the shorter ones, then the plainer ones.
    private static List<List<Operation>> smaller(List<Operation> operations) {
        var smaller = new ArrayList<List<Operation>>();
        // Large parts first: if half of the sequence does not matter, a single try shows it.
        for (int length = operations.size() / 2; length > 0; length /= 2) {
            for (int start = 0; start < operations.size(); start += length) {
                int end = Math.min(start + length, operations.size());
                smaller.add(without(operations, start, end));
            }
        }
        for (UnaryOperator<String> plainer : replacements(Operation.KEYS)) {
            smaller.add(with(operations, plainer, UnaryOperator.identity()));
        }
        for (UnaryOperator<String> plainer : replacements(Operation.VALUES)) {
            smaller.add(with(operations, UnaryOperator.identity(), plainer));
        }
        smaller.removeIf(operations::equals); // the replaced string did not occur
        return smaller;
    }

    private static List<Operation> without(List<Operation> operations, int start, int end) {
        var rest = new ArrayList<>(operations);
        rest.subList(start, end).clear();
        return rest;
    }

    /// Returns the sequence with other operands, in all operations at once: a `set` and a `get` of
    /// the same key must still have the same key.
    private static List<Operation> with(
            List<Operation> operations, UnaryOperator<String> key, UnaryOperator<String> value) {
        return operations.stream().map(operation -> operation.with(key, value)).toList();
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
}
