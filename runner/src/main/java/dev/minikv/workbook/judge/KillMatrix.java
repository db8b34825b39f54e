package dev.minikv.workbook.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What each of a learner's tests says of each subject: it must pass on every correct one, and for
/// every buggy one there must be a test that fails, which is called killing it.
///
/// A test that fails on a correct subject says nothing about a buggy one either: it kills nothing.
/// What fails around the tests, such as a @BeforeAll, counts as a test that fails, and is not named
/// among the tests. Not safe for use by several threads at once.
///
/// @param <S> what is tested, such as a store or a way to create one
public final class KillMatrix<S> {

    private final Function<S, List<Judgement>> suite;
    private final Map<String, List<Judgement>> onCorrect = new LinkedHashMap<>();
    private final Map<String, List<Judgement>> onBuggy = new LinkedHashMap<>();

    /// Creates a matrix without subjects.
    ///
    /// @param suite runs the learner's tests on a subject; a test with several results fails if one does
    public KillMatrix(Function<S, List<Judgement>> suite) {
        this.suite = suite;
    }

    /// Runs the tests on a subject that is right.
    ///
    /// @param name what a learner knows it by
    /// @return this matrix
    /// @throws AssertionError if a test did not end: on further subjects it would not end either, and
    ///     there is no time for that
    public KillMatrix<S> correct(String name, S subject) {
        List<Judgement> results = run(name, subject);
        results.stream().filter(Judgement::timedOut).findFirst().ifPresent(endless -> {
            throw new AssertionError(
                    "%s does not end on %s, which is correct (an endless loop?)".formatted(name(endless), name),
                    endless.failure().orElseThrow());
        });
        onCorrect.put(name, results);
        return this;
    }

    /// Runs the tests on a subject that is wrong.
    ///
    /// @param misconception what is wrong with it, in words and not in code
    /// @return this matrix
    public KillMatrix<S> buggy(String misconception, S subject) {
        onBuggy.put(misconception, run(misconception, subject));
        return this;
    }

    private List<Judgement> run(String name, S subject) {
        if (onCorrect.containsKey(name) || onBuggy.containsKey(name)) {
            throw new IllegalArgumentException("there are two subjects called " + name);
        }
        return suite.apply(subject);
    }

    /// Returns the names of the tests, in the order in which they ran.
    public List<String> tests() {
        return names(true);
    }

    /// Returns which tests failed on which correct subject: none, if all is well.
    public List<String> falseAlarms() {
        var alarms = new ArrayList<String>();
        onCorrect.forEach((subject, results) ->
                failed(results).forEach(test -> alarms.add(test + " fails on " + subject + ", which is correct")));
        return List.copyOf(alarms);
    }

    /// Returns the misconceptions that no test caught: none, if all is well.
    public List<String> survivors() {
        return onBuggy.keySet().stream()
                .filter(misconception -> killers(misconception).isEmpty())
                .toList();
    }

    /// Returns the tests that kill nothing.
    public List<String> idle() {
        var idle = new ArrayList<>(tests());
        onBuggy.keySet().forEach(misconception -> idle.removeAll(killers(misconception)));
        return List.copyOf(idle);
    }

    /// Returns what fails on a buggy subject and on no correct one.
    private Set<String> killers(String misconception) {
        Set<String> killers = failed(onBuggy.get(misconception));
        onCorrect.values().forEach(results -> killers.removeAll(failed(results)));
        return killers;
    }

    private static Set<String> failed(List<Judgement> results) {
        return results.stream()
                .filter(result -> !result.passed())
                .map(KillMatrix::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Returns the names of the tests, or of what failed around them.
    private List<String> names(boolean ofTests) {
        return Stream.of(onCorrect, onBuggy)
                .flatMap(subjects -> subjects.values().stream())
                .flatMap(List::stream)
                .filter(result -> result.isTest() == ofTests)
                .map(KillMatrix::name)
                .distinct()
                .toList();
    }

    private static String name(Judgement result) {
        return result.isTest() ? result.test() : result.test() + " itself";
    }

    /// Returns the matrix as a table: a row for each subject, a column for each test, and below it what
    /// the tests are called and why false alarms were given. No line is longer than 98 characters.
    @Override
    public String toString() {
        List<String> columns =
                Stream.of(names(true), names(false)).flatMap(List::stream).toList();
        var rows = new ArrayList<MatrixTable.Row>();
        onCorrect.forEach((name, results) -> rows.add(new MatrixTable.Row(
                "correct", name, cells(columns, results), failed(results).isEmpty() ? "passes" : "FALSE ALARM")));
        onBuggy.forEach((name, results) -> rows.add(new MatrixTable.Row(
                "buggy", name, cells(columns, results), killers(name).isEmpty() ? "SURVIVES" : "killed")));
        return new MatrixTable(
                        tests().size(),
                        rows,
                        columns.stream()
                                .map(test -> new MatrixTable.Column(test.replace('_', ' '), falseAlarm(test)))
                                .toList())
                .toString();
    }

    private static String cells(List<String> columns, List<Judgement> results) {
        Set<String> failed = failed(results);
        List<String> ran = results.stream().map(KillMatrix::name).toList();
        return columns.stream()
                .map(test -> failed.contains(test) ? "×" : ran.contains(test) ? "·" : " ")
                .collect(Collectors.joining());
    }

    /// Returns on which correct subject a test fails first, and what it says there; empty if on none.
    private String falseAlarm(String test) {
        for (Map.Entry<String, List<Judgement>> subject : onCorrect.entrySet()) {
            for (Judgement result : subject.getValue()) {
                if (!result.passed() && name(result).equals(test)) {
                    return "kills nothing, as it fails on %s, which is correct: %s"
                            .formatted(subject.getKey(), result.complaint());
                }
            }
        }
        return "";
    }
}
