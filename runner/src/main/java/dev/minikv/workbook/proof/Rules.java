package dev.minikv.workbook.proof;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.catalog.Exercise.Rule;
import dev.minikv.workbook.catalog.Exercise.Wrong;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Checks that the rules of a task are those that its wrong solutions break: each has a name, and is broken
/// often enough to show that the tests enforce it.
final class Rules {

    private static final String HEADING = "## The rules that the tests hold you to\n";

    /// The minimum number of wrong solutions that break a rule: a single one may fail for another reason.
    private static final int MIN_BREAKS = 2;

    private final Exercise exercise;
    private final List<String> problems = new ArrayList<>();

    private Rules(Exercise exercise) {
        this.exercise = exercise;
    }

    static List<String> problems(Exercise exercise) throws IOException {
        var rules = new Rules(exercise);
        rules.compareWithTheTask();
        exercise.rules().forEach(rules::mustBeBroken);
        exercise.wrongs().forEach(rules::mustBreakARule);
        return rules.problems;
    }

    private void compareWithTheTask() throws IOException {
        List<String> bullets = bullets(Files.readString(exercise.folder().resolve("exercise.md")));
        for (Rule rule : exercise.rules()) {
            long found = bullets.stream()
                    .filter(bullet -> bullet.contains(rule.words()))
                    .count();
            if (found != 1) {
                problem("rule." + rule.name(), "words of one rule of the task", "words of " + found);
            }
        }
        for (String bullet : bullets) {
            if (exercise.rules().stream().noneMatch(rule -> bullet.contains(rule.words()))) {
                problem("rules", "a name for the rule '" + bullet + "'", "none");
            }
        }
    }

    private void mustBeBroken(Rule rule) {
        long breaks = exercise.wrongs().stream()
                .filter(wrong -> namesOf(rule).contains(wrong.breaks()))
                .count();
        if (breaks < MIN_BREAKS) {
            problem("rule." + rule.name(), MIN_BREAKS + " wrong solutions that break it, or more", "" + breaks);
        }
        for (String method : rule.methods()) {
            if (exercise.wrongs().stream().noneMatch(wrong -> wrong.breaks().equals(rule.name() + " of " + method))) {
                problem("rule." + rule.name(), "a wrong solution that breaks it in " + method, "none");
            }
        }
    }

    private void mustBreakARule(Wrong wrong) {
        if (exercise.rules().stream().noneMatch(rule -> namesOf(rule).contains(wrong.breaks()))) {
            problem("wrong." + wrong.name() + ".breaks", "a rule of the task", wrong.breaks());
        }
    }

    /// Returns the names under which a wrong solution can break a rule.
    private static List<String> namesOf(Rule rule) {
        return Stream.concat(
                        Stream.of(rule.name()), rule.methods().stream().map(method -> rule.name() + " of " + method))
                .toList();
    }

    /// Returns the rules as the task lists them, each on one line.
    private static List<String> bullets(String task) {
        int start = task.indexOf(HEADING) + HEADING.length();
        String section = task.substring(start, task.indexOf("\n## ", start));
        return Stream.of(section.split("\n(?=- )|\n\n(?! )"))
                .filter(part -> part.startsWith("- "))
                .map(part -> part.substring(2).replaceAll("\\s+", " ").strip())
                .toList();
    }

    private void problem(String entry, String expected, String actual) {
        problems.add(Texts.problem(exercise, "exercise.properties, " + entry, expected, actual));
    }
}
