package dev.minikv.step04.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes a failing sequence as short and plain as it can: of operations, of lines, of the characters
/// in a line.
///
/// A random sequence fails because of a few of its elements, and the others hide them. So leave
/// some out and try again: if it still fails, they did not matter. What can neither be left out nor
/// made plainer is there for a reason.
public final class Shrinker {

    private Shrinker() {}

    /// Returns a sequence that fails, and stops failing if any one element is left out.
    ///
    /// @param elements a sequence that fails
    public static <T> List<T> shrink(List<T> elements, Predicate<List<T>> fails) {
        return shrink(elements, fails, sequence -> List.of());
    }

    /// Returns a sequence that fails, and stops failing if any one element is left out or if it is
    /// made plainer.
    ///
    /// @param elements a sequence that fails
    /// @param plainer the plainer ones that are one change away from a sequence, and no shorter
    static <T> List<T> shrink(List<T> elements, Predicate<List<T>> fails, Function<List<T>, List<List<T>>> plainer) {
        List<T> smallest = elements;
        List<T> last;
        do { // ends, as there is less to leave out or to make plainer each time
            last = smallest;
            smallest = Stream.concat(shorter(last), plainer.apply(last).stream())
                    .filter(fails)
                    .findFirst()
                    .orElse(last);
        } while (smallest != last);
        return smallest;
    }

    /// Returns what is left of a sequence without one part of it.
    ///
    /// Large parts first: where half of the sequence does not matter, a single try shows it.
    private static <T> Stream<List<T>> shorter(List<T> elements) {
        return IntStream.iterate(elements.size(), length -> length > 0, length -> length / 2)
                .boxed()
                .flatMap(length -> IntStream.iterate(0, start -> start < elements.size(), start -> start + length)
                        .mapToObj(start -> without(elements, start, Math.min(start + length, elements.size()))));
    }

    private static <T> List<T> without(List<T> elements, int start, int end) {
        var rest = new ArrayList<>(elements);
        rest.subList(start, end).clear();
        return rest;
    }
}
