package dev.minikv.workbook.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What each of a learner's tests says of each subject: it must pass on every correct one, and for
/// every buggy one there must be a test that fails, which is called killing it.
///
/// A test that fails on a correct subject says nothing about a buggy one either: it kills nothing.
///
/// @param <S> what is tested, such as a store or a way to create one
public final class KillMatrix<S> {

    private final Function<S, List<Result>> suite;
    private final Map<String, Set<String>> failedOnCorrect = new LinkedHashMap<>();
    private final Map<String, Set<String>> failedOnBuggy = new LinkedHashMap<>();
    private final List<String> falseAlarms = new ArrayList<>();
    private final Set<String> tests = new LinkedHashSet<>();

    /// Creates a matrix without subjects.
    ///
    /// @param suite runs the learner's tests on a subject; a test with several results fails if one does
    public KillMatrix(Function<S, List<Result>> suite) {
        this.suite = suite;
    }

    /// Runs the tests on a subject that is right.
    ///
    /// @param name what a learner knows it by
    /// @return this matrix
    public KillMatrix<S> correct(String name, S subject) {
        List<Result> results = suite.apply(subject);
        failedOnCorrect.put(name, failed(results));
        failed(results).forEach(test -> falseAlarms.add(test + " fails on " + name + ", which is correct"));
        return this;
    }

    /// Runs the tests on a subject that is wrong.
    ///
    /// @param misconception what is wrong with it, in words and not in code
    /// @return this matrix
    public KillMatrix<S> buggy(String misconception, S subject) {
        failedOnBuggy.put(misconception, failed(suite.apply(subject)));
        return this;
    }

    /// Returns the names of the tests, in the order in which they ran.
    public List<String> tests() {
        return List.copyOf(tests);
    }

    /// Returns which tests failed on which correct subject: none, if all is well.
    public List<String> falseAlarms() {
        return List.copyOf(falseAlarms);
    }

    /// Returns the misconceptions that no test caught: none, if all is well.
    public List<String> survivors() {
        return failedOnBuggy.keySet().stream()
                .filter(misconception -> killers(misconception).isEmpty())
                .toList();
    }

    /// Returns the tests that kill nothing.
    public List<String> idle() {
        return tests.stream()
                .filter(test -> failedOnBuggy.keySet().stream()
                        .noneMatch(misconception -> killers(misconception).contains(test)))
                .toList();
    }

    /// Returns the tests that fail on a buggy subject and on no correct one.
    private Set<String> killers(String misconception) {
        var killers = new LinkedHashSet<>(failedOnBuggy.get(misconception));
        failedOnCorrect.values().forEach(killers::removeAll);
        return killers;
    }

    private Set<String> failed(List<Result> results) {
        var failed = new LinkedHashSet<String>();
        for (Result result : results) {
            tests.add(result.test());
            if (!result.passed()) {
                failed.add(result.test());
            }
        }
        return failed;
    }

    /// Returns the matrix as a table: a row for each subject, a column for each test.
    @Override
    public String toString() {
        var table = new StringBuilder("your tests, each in its column: × it fails, · it passes\n\n");
        failedOnCorrect.forEach(
                (name, failed) -> row(table, "correct", name, failed, failed.isEmpty() ? "passes" : "FALSE ALARM"));
        failedOnBuggy.forEach((misconception, failed) -> row(
                table, "buggy", misconception, failed, killers(misconception).isEmpty() ? "SURVIVES" : "killed"));
        table.append('\n');
        int column = 0;
        for (String test : tests) {
            table.append("%3d  %s%n".formatted(++column, test.replace('_', ' ')));
        }
        return table.toString();
    }

    private void row(StringBuilder table, String kind, String name, Set<String> failed, String verdict) {
        var cells = new StringBuilder();
        tests.forEach(test -> cells.append(failed.contains(test) ? '×' : '·'));
        table.append("%-7s  %-44s  %s  %s%n".formatted(kind, name, cells, verdict));
    }
}
