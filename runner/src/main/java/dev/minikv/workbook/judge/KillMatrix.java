package dev.minikv.workbook.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The results of a learner's tests on each of several subjects. Every test must pass on every correct
/// subject, and at least one test must fail on every buggy subject, which is called killing it.
///
/// A test that fails on a correct subject kills nothing, because its failures say nothing about a bug. A
/// bug that can be in several places is tried in each of them, and is killed if it is killed in all of
/// them. A failure outside of tests, such as in a @BeforeAll, counts as a failing test, but is not listed
/// among the tests. Not safe for use by several threads at once.
///
/// @param <S> what is tested, such as a store or a way to create one
public final class KillMatrix<S> {

    private final Function<S, List<Judgement>> suite;
    private final List<Trial<S>> trials = new ArrayList<>();

    /// The results for one subject.
    ///
    /// @param place where the bug is; empty if it can be in only one place, and for a correct subject
    private record Trial<S>(boolean correct, String name, String place, S subject, List<Judgement> results) {

        Set<String> failed() {
            return KillMatrix.failed(results);
        }
    }

    /// Creates a matrix without subjects.
    ///
    /// @param suite runs the learner's tests on a subject; a test with several results fails if one of them
    ///     is a failure
    public KillMatrix(Function<S, List<Judgement>> suite) {
        this.suite = suite;
    }

    /// Runs the tests on a correct subject.
    ///
    /// @param name its name for the learner
    /// @return this matrix
    /// @throws AssertionError if a test did not end: it would not end on further subjects, and there is no
    ///     time for that
    public KillMatrix<S> correct(String name, S subject) {
        Trial<S> trial = run(true, name, "", subject);
        trial.results().stream().filter(Judgement::timedOut).findFirst().ifPresent(endless -> {
            throw new AssertionError(
                    "%s does not end on %s, which is correct (an endless loop?)".formatted(name(endless), name),
                    endless.failure().orElseThrow());
        });
        trials.add(trial);
        return this;
    }

    /// Runs the tests on a buggy subject.
    ///
    /// @param misconception what is wrong with it, in words and not in code
    /// @return this matrix
    public KillMatrix<S> buggy(String misconception, S subject) {
        return buggy(misconception, "", subject);
    }

    /// Runs the tests on a subject with a bug in one of several places.
    ///
    /// @param misconception what is wrong with it, in words and not in code
    /// @param place what completes "the bug is still", such as `in get`
    /// @return this matrix
    public KillMatrix<S> buggy(String misconception, String place, S subject) {
        trials.add(run(false, misconception, place, subject));
        return this;
    }

    private Trial<S> run(boolean correct, String name, String place, S subject) {
        if (trials.stream()
                .anyMatch(trial -> trial.name().equals(name) && trial.place().equals(place))) {
            throw new IllegalArgumentException("there are two subjects called " + name);
        }
        return new Trial<>(correct, name, place, subject, suite.apply(subject));
    }

    /// Runs the tests once more, on every correct subject and on one subject with each bug, in another
    /// order. Returns the tests whose results differ: they depend on something other than their subject.
    ///
    /// @param again runs the tests, preferably in another order, too
    public Set<String> differing(Function<S, List<Judgement>> again) {
        var oneOfEach = new LinkedHashMap<String, Trial<S>>();
        trials.forEach(trial -> oneOfEach.putIfAbsent(trial.name(), trial));
        List<Trial<S>> inOrder = List.copyOf(oneOfEach.values());
        var inAnotherOrder = new ArrayList<Trial<S>>();
        for (int offset : List.of(1, 0)) {
            for (int index = offset; index < inOrder.size(); index += 2) {
                inAnotherOrder.add(inOrder.get(index));
            }
        }
        var differing = new LinkedHashSet<String>();
        for (Trial<S> trial : inAnotherOrder) {
            if (trial.results().stream().noneMatch(Judgement::timedOut)) { // these would cost too much
                Set<String> now = failed(again.apply(trial.subject()));
                trial.failed().stream().filter(test -> !now.contains(test)).forEach(differing::add);
                now.stream().filter(test -> !trial.failed().contains(test)).forEach(differing::add);
            }
        }
        return differing;
    }

    /// Returns the names of the tests, in the order in which they ran.
    public List<String> tests() {
        return names(true);
    }

    /// Returns which tests failed on which correct subject: none, if all is well.
    public List<String> falseAlarms() {
        return trials.stream()
                .filter(Trial::correct)
                .flatMap(trial ->
                        trial.failed().stream().map(test -> test + " fails on " + trial.name() + ", which is correct"))
                .toList();
    }

    /// Returns the misconceptions that no test caught, with the places where they survive: none, if all is
    /// well.
    public List<String> survivors() {
        return misconceptions().stream()
                .filter(this::survives)
                .map(misconception -> {
                    String places = places(misconception);
                    return places.isEmpty() ? misconception : "%s (%s)".formatted(misconception, places);
                })
                .toList();
    }

    /// Returns the places of a bug in which one test alone does not kill it, whatever the others do.
    public List<String> survivors(String misconception, String test) {
        return buggy().stream()
                .filter(trial -> trial.name().equals(misconception))
                .filter(trial -> !killers(trial).contains(test))
                .map(Trial::place)
                .toList();
    }

    /// Returns the tests that kill a bug in one place.
    public Set<String> killers(String misconception, String place) {
        return buggy().stream()
                .filter(trial ->
                        trial.name().equals(misconception) && trial.place().equals(place))
                .findFirst()
                .map(this::killers)
                .orElseThrow();
    }

    /// Returns the first test that fails on a correct subject, with its message; empty if none does.
    ///
    /// @param type the class that the learner wrote
    public Optional<String> firstFalseAlarm(Class<?> type) {
        return trials.stream()
                .filter(Trial::correct)
                .flatMap(trial -> trial.results().stream()
                        .filter(result -> !result.passed())
                        .map(result -> "%s on %s: %s".formatted(name(result), trial.name(), result.complaint(type))))
                .findFirst();
    }

    /// Returns the tests that kill nothing.
    public List<String> idle() {
        var idle = new ArrayList<>(tests());
        buggy().forEach(trial -> idle.removeAll(killers(trial)));
        return List.copyOf(idle);
    }

    private List<Trial<S>> buggy() {
        return trials.stream().filter(trial -> !trial.correct()).toList();
    }

    private List<String> misconceptions() {
        return buggy().stream().map(Trial::name).distinct().toList();
    }

    private List<Trial<S>> survivors(String misconception) {
        return buggy().stream()
                .filter(trial -> trial.name().equals(misconception))
                .filter(trial -> killers(trial).isEmpty())
                .toList();
    }

    private boolean survives(String misconception) {
        return !survivors(misconception).isEmpty();
    }

    /// Returns the places where no test has caught a bug.
    private String places(String misconception) {
        return survivors(misconception).stream().map(Trial::place).collect(Collectors.joining(", "));
    }

    /// Returns what fails on a buggy subject and on no correct one.
    private Set<String> killers(Trial<S> buggy) {
        Set<String> killers = buggy.failed();
        trials.stream().filter(Trial::correct).forEach(trial -> killers.removeAll(trial.failed()));
        return killers;
    }

    private static Set<String> failed(List<Judgement> results) {
        return results.stream()
                .filter(result -> !result.passed())
                .map(KillMatrix::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Returns the names of the tests, or of the failures outside of them.
    private List<String> names(boolean ofTests) {
        return Stream.of(true, false)
                .flatMap(correct -> trials.stream().filter(trial -> trial.correct() == correct))
                .flatMap(trial -> trial.results().stream())
                .filter(result -> result.isTest() == ofTests)
                .map(KillMatrix::name)
                .distinct()
                .toList();
    }

    private static String name(Judgement result) {
        return result.isTest() ? result.test() : result.test() + " itself";
    }

    /// Returns the matrix as a table: a row for each correct subject and for each misconception, a column
    /// for each test, and below it the names of the tests and the reasons for false alarms. No line is
    /// longer than 98 characters.
    @Override
    public String toString() {
        List<String> columns =
                Stream.of(names(true), names(false)).flatMap(List::stream).toList();
        var rows = new ArrayList<MatrixTable.Row>();
        trials.stream()
                .filter(Trial::correct)
                .forEach(trial -> rows.add(new MatrixTable.Row(
                        "correct",
                        trial.name(),
                        cells(columns, trial.results()),
                        trial.failed().isEmpty() ? "passes" : "FALSE ALARM",
                        List.of())));
        for (String misconception : misconceptions()) {
            List<Judgement> results = buggy().stream()
                    .filter(trial -> trial.name().equals(misconception))
                    .flatMap(trial -> trial.results().stream())
                    .toList();
            rows.add(new MatrixTable.Row(
                    "buggy",
                    misconception,
                    cells(columns, results),
                    survives(misconception) ? "SURVIVES" : "killed",
                    survivors(misconception).stream().map(Trial::place).toList()));
        }
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

    /// Returns the first correct subject on which a test fails, with the test's message; empty if there is
    /// none.
    private String falseAlarm(String test) {
        return trials.stream()
                .filter(Trial::correct)
                .flatMap(trial -> trial.results().stream()
                        .filter(result -> !result.passed() && name(result).equals(test))
                        .map(result -> "kills nothing, as it fails on %s, which is correct: %s"
                                .formatted(trial.name(), result.complaint())))
                .findFirst()
                .orElse("");
    }
}
