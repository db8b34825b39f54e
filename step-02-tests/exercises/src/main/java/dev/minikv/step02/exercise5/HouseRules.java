package dev.minikv.step02.exercise5;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// The rules of the house: which classes may know which others.
///
/// This is an interface, so that the rules can be checked on any program: an implementation says on
/// which.
public interface HouseRules {

    /// Returns the classes of a program. It has a class Launcher, and packages named engine, shell and
    /// terminal.
    JavaClasses program();

    @Test
    default void the_engine_never_knows_the_shell() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("..motor..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..shell..")
                .allowEmptyShould(true);

        rule.check(program());
    }
}
