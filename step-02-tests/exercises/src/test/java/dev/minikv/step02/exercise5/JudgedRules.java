package dev.minikv.step02.exercise5;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.minikv.workbook.judge.Judge;
import dev.minikv.workbook.judge.Judgement;
import dev.minikv.workbook.judge.KillMatrix;
import dev.minikv.workbook.judge.SuiteRules;
import java.util.ArrayList;
import java.util.List;

/// The learner's rules, and their verdicts on programs that keep the rules of the house and on
/// programs that break one.
final class JudgedRules {

    private static volatile JavaClasses programOfTheMoment = Programs.clean();

    private final KillMatrix<JavaClasses> matrix = new KillMatrix<>(JudgedRules::checkOn);
    private final List<String> violations = new ArrayList<>();
    private final List<Judgement> onNothing;

    /// Checks the rules on every program.
    JudgedRules() {
        matrix.correct("a clean program", Programs.clean());
        matrix.correct("another clean program", Programs.mixedWithoutOffenders());
        Programs.dirty().forEach(dirty -> matrix.buggy(dirty.rule(), dirty.how(), dirty.program()));
        onNothing = checkOn(Programs.empty());
        violations.addAll(SuiteRules.looksInside(HouseRules.class));
        matrix.differing(JudgedRules::checkBackwardsOn)
                .forEach(rule -> violations.add(rule + " gives a different verdict when it runs again"));
    }

    /// Returns which rules JUnit does not run, and why, or that there is nothing to run.
    List<String> notRun() {
        List<String> notRun = SuiteRules.notRun(HouseRules.class);
        return notRun.isEmpty() && matrix.tests().isEmpty() ? List.of("there is no method with @Test") : notRun;
    }

    /// Returns where the rules judge by anything but the classes of a program.
    List<String> violations() {
        return violations;
    }

    /// Returns which rules a clean program breaks.
    List<String> falseAlarms() {
        return matrix.falseAlarms();
    }

    /// Returns the rules that pass on a program without a class.
    List<String> passedByNothing() {
        return onNothing.stream().filter(Judgement::passed).map(Judgement::test).toList();
    }

    /// Returns the programs that break a rule of the house, but none of the learner's.
    ///
    /// @param about the beginning of their names
    List<String> programsThatPass(String about) {
        return matrix.survivors().stream()
                .filter(program -> program.startsWith(about))
                .toList();
    }

    /// Returns all verdicts as a table.
    @Override
    public String toString() {
        return matrix.toString();
    }

    private static List<Judgement> checkOn(JavaClasses program) {
        programOfTheMoment = program;
        return Judge.run(OnTheProgramOfTheMoment.class);
    }

    private static List<Judgement> checkBackwardsOn(JavaClasses program) {
        programOfTheMoment = program;
        return Judge.runBackwards(OnTheProgramOfTheMoment.class);
    }

    /// The learner's rules as JUnit runs them.
    static final class OnTheProgramOfTheMoment implements HouseRules {

        @Override
        public JavaClasses program() {
            return programOfTheMoment;
        }
    }
}
