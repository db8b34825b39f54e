package dev.minikv.workbook.checker;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome.CompileError;
import dev.minikv.workbook.checker.Outcome.Failure;
import dev.minikv.workbook.words.WordWrap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The report that a learner reads: twelve lines at most, one thing to fix at a time, no stack trace. Below
/// them is what the tests published, such as a table.
public final class Report {

    private static final int WIDTH = 100;
    private static final int MAX_LINES = 12;
    private static final String INDENT = "              ";

    private Report() {}

    /// Returns the lines of a report.
    ///
    /// @param ofStep how many exercises the step has
    /// @throws IOException if the test's source cannot be read
    public static List<String> of(Exercise exercise, int ofStep, Outcome outcome) throws IOException {
        String place = "exercise %s of %s".formatted(exercise.number(), ofStep);
        return switch (outcome) {
            case Outcome.Solved solved -> solved(exercise, place, solved);
            case Outcome.NotSolved notSolved -> notSolved(exercise, place, notSolved);
            case Outcome.DoesNotCompile(List<CompileError> errors) -> doesNotCompile(exercise, place, errors);
        };
    }

    private static List<String> solved(Exercise exercise, String place, Outcome.Solved outcome) {
        var lines = new ArrayList<String>();
        lines.add(headline("✓", exercise.id() + "  " + exercise.title(), place));
        if (!exercise.judges()) { // otherwise the subjects print, and not the learner
            lines.addAll(printed(outcome.printed(), MAX_LINES - 2));
        }
        lines.add(line("tests", outcome.tests() + " of " + outcome.tests() + " pass"));
        lines.addAll(indented(outcome.published()));
        return lines;
    }

    private static List<String> notSolved(Exercise exercise, String place, Outcome.NotSolved outcome)
            throws IOException {
        Failure first = outcome.failures().getFirst();
        Explanation why = Explanation.of(exercise, first);
        var lines = new ArrayList<String>();
        lines.add(headline("✗", exercise.id() + "  " + first.test().replace('_', ' '), place));
        why.ran().ifPresent(ran -> lines.addAll(lines("you ran", ran, 2)));
        why.expected().ifPresent(expected -> lines.addAll(lines("expected", expected, 2)));
        lines.addAll(lines("got", why.got(), why.expected().isPresent() ? 2 : 4));
        lines.add(line("at", why.at()));
        why.rule().ifPresent(rule -> lines.addAll(lines("rule", rule, 2)));
        lines.addAll(printed(first.printed(), MAX_LINES - 1 - lines.size()));
        lines.add(line(
                "tests",
                outcome.tests() == 0 ? "none ran" : "%s of %s pass".formatted(outcome.passed(), outcome.tests())));
        lines.addAll(indented(outcome.published()));
        return lines;
    }

    /// Returns the first and last lines of the output, with the number of omitted lines between them.
    private static List<String> printed(String text, int max) {
        List<String> all = text.lines()
                .map(line -> WordWrap.lines(line, WIDTH - INDENT.length()))
                .map(parts -> parts.getFirst() + (parts.size() > 1 ? " …" : ""))
                .toList();
        var shown = new ArrayList<>(all);
        if (all.size() > max && max < 3) {
            shown.subList(1, all.size()).clear();
            shown.set(0, "%s (lines omitted after it: %s)".formatted(all.getFirst(), all.size() - 1));
        } else if (all.size() > max) {
            List<String> middle = shown.subList(max / 2, all.size() - (max - 1 - max / 2));
            String leftOut = "… lines omitted: " + middle.size();
            middle.clear();
            middle.add(leftOut);
        }
        var lines = new ArrayList<String>();
        shown.forEach(each -> lines.add(line(lines.isEmpty() ? "printed" : "", each)));
        return lines;
    }

    private static List<String> doesNotCompile(Exercise exercise, String place, List<CompileError> errors) {
        CompileError first = errors.getFirst();
        var lines = new ArrayList<String>();
        lines.add(headline("✗", exercise.id() + "  does not compile", place));
        lines.add(line("at", first.file() + ":" + first.line()));
        lines.add(INDENT + first.source().replace('\t', ' '));
        lines.add(INDENT + " ".repeat((int) Math.max(0, first.column() - 1)) + "^");
        lines.addAll(lines("compiler", first.message(), 3));
        if (errors.size() > 1) {
            String more = errors.size() == 2 ? "1 more error" : errors.size() - 1 + " more errors";
            lines.add(line("then", more + " after it"));
        }
        return lines;
    }

    /// Returns an empty line and a text; nothing for an empty text.
    private static List<String> indented(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(""), text.lines().map(line -> "  " + line))
                        .map(String::stripTrailing)
                        .toList();
    }

    static String headline(String mark, String what, String place) {
        return "%s %-60s  %s".formatted(mark, what, place);
    }

    private static String line(String label, String text) {
        return "  %-10s  %s".formatted(label, text);
    }

    /// Returns a labelled text, wrapped, and cut off after a number of lines.
    private static List<String> lines(String label, String text, int max) {
        if (text.isBlank()) {
            return List.of(line(label, text.isEmpty() ? "nothing at all" : "\"" + text + "\""));
        }
        List<String> all = text.lines()
                .filter(line -> !line.isBlank())
                .flatMap(line -> WordWrap.lines(line, WIDTH - INDENT.length(), "; ").stream())
                .toList();
        var lines = new ArrayList<String>();
        for (String each : all.subList(0, Math.min(max, all.size()))) {
            boolean isCut = lines.size() == max - 1 && all.size() > max;
            lines.add(line(lines.isEmpty() ? label : "", each + (isCut ? " …" : "")));
        }
        return lines;
    }

    static String name(Path file) {
        return file.getFileName().toString();
    }
}
