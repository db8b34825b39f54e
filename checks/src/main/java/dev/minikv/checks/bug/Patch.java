package dev.minikv.checks.bug;

import dev.minikv.checks.page.Excerpt;
import dev.minikv.checks.page.Fence;
import dev.minikv.checks.page.Problem;
import dev.minikv.checks.quote.Quotes;
import java.util.ArrayList;
import java.util.List;

/// A source file with the change of a `diff` block.
///
/// In the block, a line starts with `-` if it is removed, with `+` if it is added, and with a space if it
/// only shows the place. A line that starts with `@@` stands for omitted lines. The lines between two of
/// these are one place: without the added lines, they must be in the source exactly once, one after the
/// other, with any indentation.
///
/// Either `problems` or `source` is empty.
///
/// @param source the lines of the changed source
record Patch(List<Problem> problems, List<String> source) {

    private static final String DIFFERS = "the diff does not fit its source";

    /// Applies a block to the lines of a source.
    static Patch of(Fence diff, List<String> source) {
        List<List<Excerpt>> places = places(diff);
        List<Problem> problems = problems(diff, places, source);
        return problems.isEmpty() ? new Patch(List.of(), changed(places, source)) : new Patch(problems, List.of());
    }

    /// Returns the lines of each place, with their marks.
    private static List<List<Excerpt>> places(Fence diff) {
        var places = new ArrayList<List<Excerpt>>();
        places.add(new ArrayList<>());
        for (Excerpt line : diff.lines()) {
            if (line.text().startsWith("@@")) {
                places.add(new ArrayList<>());
            } else {
                // Editors strip spaces at the end of a line, so an empty line stands for a space.
                String text = line.text().isEmpty() ? " " : line.text();
                places.getLast().add(new Excerpt(line.line(), text));
            }
        }
        places.removeIf(List::isEmpty);
        return places;
    }

    private static List<Problem> problems(Fence diff, List<List<Excerpt>> places, List<String> source) {
        if (places.stream().flatMap(List::stream).allMatch(line -> line.text().startsWith(" "))) {
            return List.of(new Problem(diff.line(), "the diff changes nothing", "a line with - or +", "none"));
        }
        for (List<Excerpt> place : places) {
            for (Excerpt line : place) {
                if (!line.text().matches("[-+ ].*")) {
                    return List.of(
                            new Problem(line.line(), DIFFERS, "a line that starts with a space, - or +", line.text()));
                }
            }
            if (old(place).isEmpty()) {
                int line = place.getFirst().line();
                return List.of(new Problem(line, DIFFERS, "a line that shows the place", "only lines with +"));
            }
        }
        List<Problem> differences =
                Quotes.difference(DIFFERS, places.stream().map(Patch::old).toList(), source);
        return differences.isEmpty() ? repetitions(places, source) : differences;
    }

    private static List<Problem> repetitions(List<List<Excerpt>> places, List<String> source) {
        var problems = new ArrayList<Problem>();
        for (List<Excerpt> place : places) {
            int first = Quotes.find(old(place), source, 0);
            int second = Quotes.find(old(place), source, first + 1);
            if (second >= 0) {
                String actual = "lines %s and %s: show more around it".formatted(first + 1, second + 1);
                problems.add(new Problem(place.getFirst().line(), DIFFERS, "one such place", actual));
            }
        }
        return problems;
    }

    private static List<String> changed(List<List<Excerpt>> places, List<String> source) {
        var changed = new ArrayList<String>();
        int next = 0; // the first line of the source that is not copied yet
        for (List<Excerpt> place : places) {
            List<Excerpt> old = old(place);
            int start = Quotes.find(old, source, next);
            List<String> found = source.subList(start, start + old.size());
            int shift = Quotes.indent(found) - Quotes.indent(texts(old));
            changed.addAll(source.subList(next, start));
            next = start;
            for (Excerpt line : place) {
                String text = line.text().substring(1);
                switch (line.text().charAt(0)) {
                    case '+' -> changed.add(shift < 0 ? text : " ".repeat(shift) + text);
                    case '-' -> next++;
                    default -> changed.add(source.get(next++));
                }
            }
        }
        changed.addAll(source.subList(next, source.size()));
        return changed;
    }

    /// Returns the lines of a place that are in the source, without their marks.
    private static List<Excerpt> old(List<Excerpt> place) {
        return place.stream()
                .filter(line -> !line.text().startsWith("+"))
                .map(line -> new Excerpt(line.line(), line.text().substring(1)))
                .toList();
    }

    private static List<String> texts(List<Excerpt> lines) {
        return lines.stream().map(Excerpt::text).toList();
    }
}
