package dev.minikv.step02.exercise5;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.minikv.workbook.judge.Judge;
import dev.minikv.workbook.judge.Judgement;
import dev.minikv.workbook.judge.KillMatrix;
import java.util.List;

/// The learner's rules, and what they say of programs that keep the rules of the house and of
/// programs that break one.
final class JudgedRules {

    private static volatile JavaClasses programOfTheMoment = Programs.clean();

    private final KillMatrix<JavaClasses> matrix = new KillMatrix<>(JudgedRules::checkOn);
    private final List<Judgement> onNothing;

    /// Checks the rules on every program.
    JudgedRules() {
        matrix.correct("a clean program", Programs.clean());
        matrix.correct("another clean program", Programs.mixedWithoutOffenders());
        Programs.dirty().forEach(matrix::buggy);
        onNothing = checkOn(Programs.empty());
    }

    /// Returns how many rules there are.
    int count() {
        return matrix.tests().size();
    }

    /// Returns which rules a clean program breaks.
    List<String> falseAlarms() {
        return matrix.falseAlarms();
    }

    /// Returns which rules are kept by a program without a class.
    List<String> keptByNothing() {
        return onNothing.stream().filter(Judgement::passed).map(Judgement::test).toList();
    }

    /// Returns the programs that break a rule of the house, and none of the learner's.
    ///
    /// @param about what their names begin with
    List<String> programsThatPass(String about) {
        return matrix.survivors().stream()
                .filter(program -> program.startsWith(about + ": "))
                .toList();
    }

    /// Returns the whole as a table.
    @Override
    public String toString() {
        return matrix.toString();
    }

    private static List<Judgement> checkOn(JavaClasses program) {
        programOfTheMoment = program;
        return Judge.run(OnTheProgramOfTheMoment.class);
    }

    /// The learner's rules as JUnit runs them.
    static final class OnTheProgramOfTheMoment implements HouseRules {

        @Override
        public JavaClasses program() {
            return programOfTheMoment;
        }
    }
}
