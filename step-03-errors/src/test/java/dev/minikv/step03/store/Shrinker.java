package dev.minikv.step03.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Shrinks a failing sequence, of operations, of lines or of the characters in a line: makes it as
/// short and plain as it can.
///
/// A random sequence fails because of a few of its elements, and the others hide them. So remove some
/// and try again: if the sequence still fails, they did not matter. An element that can be neither
/// removed nor made plainer is there for a reason.
public final class Shrinker {

    private Shrinker() {}

    /// Returns a sequence that fails, but no longer fails when any one element is removed.
    ///
    /// @param elements a sequence that fails
    public static <T> List<T> shrink(List<T> elements, Predicate<List<T>> fails) {
        return shrink(elements, fails, _ -> List.of());
    }

    /// Returns a sequence that fails, but no longer fails when any one element is removed or when the
    /// sequence is made plainer.
    ///
    /// @param elements a sequence that fails
    /// @param plainer returns the sequences that are one change away, plainer and not shorter
    static <T> List<T> shrink(List<T> elements, Predicate<List<T>> fails, Function<List<T>, List<List<T>>> plainer) {
        // Large parts first: if half of the sequence does not matter, a single try shows it.
        for (int length = elements.size(); length > 0; length /= 2) {
            for (int start = 0; start < elements.size(); start += length) {
                List<T> shorter = without(elements, start, Math.min(start + length, elements.size()));
                if (fails.test(shorter)) {
                    return shrink(shorter, fails, plainer); // ends, because the sequence gets shorter each time
                }
            }
        }
        for (List<T> other : plainer.apply(elements)) {
            if (fails.test(other)) {
                return shrink(other, fails, plainer);
            }
        }
        return elements;
    }

    private static <T> List<T> without(List<T> elements, int start, int end) {
        var rest = new ArrayList<>(elements);
        rest.subList(start, end).clear();
        return rest;
    }
}
