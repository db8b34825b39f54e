package dev.minikv.workbook.proof;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Checker;
import dev.minikv.workbook.checker.Outcome;
import dev.minikv.workbook.checker.Outcome.Failure;
import dev.minikv.workbook.checker.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The result of checking an author's promises about an exercise.
///
/// @param problems what is wrong, each with the exercise, the variant, the expected result and the actual
///     one; empty if the exercise is sound
/// @param startersRed how many starters failed as promised: 1 or 0
/// @param solutionsGreen how many solutions passed: 1 or 0
/// @param wrongsKilled how many wrong solutions were caught by the test named for them
public record Proof(List<String> problems, int startersRed, int solutionsGreen, int wrongsKilled) {

    private static final int MIN_WRONGS = 3;

    /// The bad suites that an exercise on writing tests must catch: their tests never fail, fail on a
    /// correct subject that works in another way, or always fail.
    private static final List<String> BAD_SUITES = List.of("lazy", "over-fitted", "always-red");

    /// Checks the promises: runs the starter, the solution and the wrong solutions, and reads the texts.
    ///
    /// Costs one run of the tests for each variant, in all about a second.
    ///
    /// @param ofStep how many exercises its step has
    /// @throws IOException if a file that must be there cannot be read
    public static Proof of(Exercise exercise, int ofStep, Checker checker) throws IOException {
        var run = new UnderWay(exercise, ofStep, checker, new ArrayList<>());
        boolean red = run.starterIsRed();
        boolean green = run.solutionIsGreen();
        int killed = run.wrongsAreKilled();
        run.problems.addAll(Texts.problems(exercise));
        run.problems.addAll(Rules.problems(exercise));
        return new Proof(List.copyOf(run.problems), red ? 1 : 0, green ? 1 : 0, killed);
    }

    /// Writes the report on the starter to failure.txt, which later proofs compare with theirs.
    ///
    /// @throws IOException if it cannot be written
    public static void writeGolden(Exercise exercise, int ofStep, Checker checker) throws IOException {
        Files.writeString(
                golden(exercise), reportOfStarter(exercise, ofStep, checker.run(exercise, exercise.starter())));
    }

    private static Path golden(Exercise exercise) {
        return exercise.folder().resolve("failure.txt");
    }

    private static String reportOfStarter(Exercise exercise, int ofStep, Outcome outcome) throws IOException {
        return String.join("\n", Report.of(exercise, ofStep, outcome)) + "\n";
    }

    /// A proof in progress.
    private record UnderWay(Exercise exercise, int ofStep, Checker checker, List<String> problems) {

        /// Runs the tests on a variant. If that is not what was promised, and a test ran out of time, it is run once
        /// more: on a machine that does much else, a limit of time says nothing about a solution.
        private Outcome run(Path variant, Predicate<Outcome> isPromised) throws IOException {
            Outcome outcome = checker.run(exercise, variant);
            return !isPromised.test(outcome) && ranOutOfTime(outcome) ? checker.run(exercise, variant) : outcome;
        }

        private static boolean ranOutOfTime(Outcome outcome) {
            return outcome instanceof Outcome.NotSolved notSolved
                    && notSolved.failures().stream().anyMatch(failure -> failure.cause() instanceof TimeoutException);
        }

        boolean starterIsRed() throws IOException {
            Outcome outcome = run(exercise.starter(), _ -> false);
            if (!(outcome instanceof Outcome.NotSolved notSolved)) {
                return problem("starter", "tests that fail", describe(outcome));
            }
            boolean asPromised = true;
            if (!names(notSolved).equals(new TreeSet<>(exercise.starterFails()))) {
                asPromised = problem("starter", "failing " + exercise.starterFails(), describe(outcome));
            }
            for (Failure failure : notSolved.failures()) {
                if (!(failure.cause() instanceof AssertionError)) {
                    asPromised = problem("starter", failure.test() + " failing in an assertion", "" + failure.cause());
                }
            }
            return asPromised & reportIsGolden(outcome);
        }

        private boolean reportIsGolden(Outcome outcome) throws IOException {
            Path golden = golden(exercise);
            String report = reportOfStarter(exercise, ofStep, outcome);
            String expected = Files.exists(golden) ? Files.readString(golden) : "(there is no failure.txt)\n";
            return report.equals(expected) || problem("failure text", "\n" + expected, "\n" + report);
        }

        boolean solutionIsGreen() throws IOException {
            Outcome outcome = run(exercise.solution(), _ -> false);
            boolean green =
                    outcome instanceof Outcome.Solved || problem("solution", "no test failing", describe(outcome));
            for (Path file : exercise.filesIn(exercise.solution())) {
                if (Files.readString(file).contains("TODO")) {
                    green = problem("solution", "a finished " + file.getFileName(), "a TODO in it");
                }
            }
            return green;
        }

        int wrongsAreKilled() throws IOException {
            int killed = 0;
            Set<String> useless = new LinkedHashSet<>(exercise.tests());
            for (Exercise.Wrong wrong : exercise.wrongs()) {
                String variant = "wrong/" + wrong.name();
                Outcome outcome = run(exercise.wrong(wrong), run -> isKilled(wrong, run));
                if (outcome instanceof Outcome.NotSolved notSolved && isKilled(wrong, outcome)) {
                    useless.removeAll(names(notSolved));
                    killed++;
                } else {
                    problem(variant, "failing first " + wrong.killedBy(), describe(outcome));
                }
            }
            int wrongs = exercise.wrongs().size();
            if (wrongs < MIN_WRONGS) {
                problem("wrong/", MIN_WRONGS + " wrong solutions or more", "" + wrongs);
            }
            for (String bad : exercise.judges() ? BAD_SUITES : List.<String>of()) {
                if (exercise.wrongs().stream().noneMatch(wrong -> wrong.name().startsWith(bad))) {
                    problem("wrong/", "a suite of tests that is " + bad, "none");
                }
            }
            for (String test : useless) {
                problem("test " + test, "failing on at least one wrong solution", "it fails on none");
            }
            return killed;
        }

        /// Returns whether the test that is about the mistake is the first to fail: a learner sees only the
        /// first.
        private static boolean isKilled(Exercise.Wrong wrong, Outcome outcome) {
            return outcome instanceof Outcome.NotSolved notSolved
                    && notSolved.failures().getFirst().test().equals(wrong.killedBy());
        }

        /// Records a problem, and returns false.
        private boolean problem(String variant, String expected, String actual) {
            problems.add(Texts.problem(exercise, variant, expected, actual));
            return false;
        }

        private static String describe(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Solved solved -> "all " + solved.tests() + " tests passing";
                case Outcome.NotSolved notSolved -> "failing " + inReadingOrder(notSolved);
                case Outcome.DoesNotCompile(var errors) -> "it does not compile: " + errors.getFirst();
            };
        }

        private static List<String> inReadingOrder(Outcome.NotSolved outcome) {
            return outcome.failures().stream().map(Failure::test).distinct().toList();
        }

        private static Set<String> names(Outcome.NotSolved outcome) {
            return outcome.failures().stream().map(Failure::test).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
