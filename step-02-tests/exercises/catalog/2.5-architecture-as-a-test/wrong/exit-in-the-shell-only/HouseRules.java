package dev.minikv.step02.exercise5;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
    default void the_engine_needs_no_one() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("..engine..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("..engine..", "java.lang", "java.util", "java.util.function")
                .because("an engine that prints or reads serves only the program it was written for");

        rule.check(program());
    }

    @Test
    default void only_the_launcher_joins_the_parts() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveSimpleName("Launcher")
                .and()
                .resideOutsideOfPackage("..shell..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..shell..")
                .because("parts stay replaceable as long as one place puts them together");

        rule.check(program());
    }

    @Test
    default void the_shell_does_not_know_how_an_engine_is_made() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("..shell..")
                .should()
                .dependOnClassesThat(resideInAPackage("..engine..").and(not(INTERFACES)))
                .because("a shell that knows only interfaces works over any engine");

        rule.check(program());
    }

    @Test
    default void only_the_terminal_touches_the_console() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("..terminal..")
                .should()
                .accessField(System.class, "in")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("code that is given its input and output can be run by a test");

        rule.check(program());
    }

    @Test
    default void only_the_launcher_ends_the_program() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("..shell..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .because("a test that runs such code ends with it");

        rule.check(program());
    }

    @Test
    default void parts_form_no_ring() {
        ArchRule rule = slices().matching("..house.(*)..")
                .should()
                .beFreeOfCycles()
                .because("parts that need each other can only be changed together");

        rule.check(program());
    }
}
