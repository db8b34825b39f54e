package dev.minikv.workbook.proof;

import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Checks the texts of an exercise: its task with the section to read first, its hints, and the names of its
/// tests.
final class Texts {

    private static final List<String> TASK = List.of(
            "**Goal.**",
            "## The files",
            "## The rules that the tests hold you to",
            "## Predict first",
            "## Now explain");

    private static final Pattern READ_FIRST = Pattern.compile(
            "Read first: LINK(?:, LINK)*".replace("LINK", "\\[[^]]+]\\((?:\\.\\./){4}docs/[\\w-]+\\.md#[\\w-]+\\)"));

    private static final List<String> HINTS = List.of("## Where to look", "## Which rule", "## The shape of the code");

    private static final Pattern TEST_METHOD = Pattern.compile("@(?:Parameterized)?Test\\b[^{]*?void (\\w+)\\(");

    /// A line this short, such as a brace or `return;`, gives nothing away.
    private static final int TELLING_LENGTH = 16;

    private Texts() {}

    static List<String> problems(Exercise exercise) throws IOException {
        var problems = new ArrayList<String>();
        problems.addAll(headings(exercise, "exercise.md", TASK));
        problems.addAll(headings(exercise, "hints.md", HINTS));
        problems.addAll(readFirst(exercise));
        problems.addAll(minutes(exercise));
        problems.addAll(spoilers(exercise));
        problems.addAll(testNames(exercise));
        return problems;
    }

    static String problem(Exercise exercise, String variant, String expected, String actual) {
        return "exercise %s, %s: expected %s, but got %s".formatted(exercise.id(), variant, expected, actual);
    }

    private static List<String> headings(Exercise exercise, String name, List<String> expected) throws IOException {
        Path file = exercise.folder().resolve(name);
        if (!Files.exists(file)) {
            return List.of(problem(exercise, name, "the file", "none"));
        }
        if (Files.readString(file).contains("…\n")) {
            return List.of(problem(exercise, name, "a finished text", "a line of … that is still to be written"));
        }
        List<String> found = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("## ") || line.startsWith("**Goal.**"))
                .map(line -> line.startsWith("**Goal.**") ? "**Goal.**" : line)
                .toList();
        return found.equals(expected) ? List.of() : List.of(problem(exercise, name, expected + "", found + ""));
    }

    /// Looks at the form of the links only; the module `checks` follows them.
    private static List<String> readFirst(Exercise exercise) throws IOException {
        Path task = exercise.folder().resolve("exercise.md");
        if (!Files.exists(task)) {
            return List.of(); // reported with the headings
        }
        List<String> lines = Files.readAllLines(task);
        String line = lines.size() < 3 ? "" : lines.get(2);
        return READ_FIRST.matcher(line).matches()
                ? List.of()
                : List.of(problem(
                        exercise,
                        "exercise.md, line 3",
                        "'Read first: ' and links to sections of a chapter",
                        "'" + line + "'"));
    }

    private static List<String> minutes(Exercise exercise) throws IOException {
        Path task = exercise.folder().resolve("exercise.md");
        String goal = "About " + exercise.minutes() + " minutes";
        return !Files.exists(task)
                        || Files.readString(task).replaceAll("\\s+", " ").contains(goal)
                ? List.of()
                : List.of(problem(exercise, "exercise.md", goal, "another number"));
    }

    private static List<String> spoilers(Exercise exercise) throws IOException {
        Path hints = exercise.folder().resolve("hints.md");
        String text = Files.exists(hints) ? Files.readString(hints) : "";
        var problems = new ArrayList<String>();
        for (String file : exercise.files()) {
            var starter = new TreeSet<>(strippedLines(exercise.starter().resolve(file)));
            for (String line : strippedLines(exercise.solution().resolve(file))) {
                if (line.length() >= TELLING_LENGTH && !starter.contains(line) && text.contains(line)) {
                    problems.add(problem(exercise, "hints.md", "no line of the solution", line));
                }
            }
        }
        return problems;
    }

    private static List<String> strippedLines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(String::strip).toList();
    }

    private static List<String> testNames(Exercise exercise) throws IOException {
        Path file = exercise.testFolder().resolve(exercise.testClass() + ".java");
        List<String> methods = TEST_METHOD
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
        return methods.equals(exercise.tests())
                ? List.of()
                : List.of(problem(exercise, "exercise.properties, tests", methods + "", exercise.tests() + ""));
    }
}
