package dev.minikv.step02.exercise5;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// The rules of the house: which class may know which other.
///
/// It is an interface so that the rules can be checked on any program: whoever implements it says
/// on which.
public interface HouseRules {

    /// Returns the classes of a program. It has a class Main, and packages called store and repl.
    JavaClasses program();

    @Test
    default void storage_never_knows_the_interface() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("..store..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("..store..", "java.lang", "java.util")
                .because("a store that prints or reads serves only the program it was written for");

        rule.check(program());
    }

    @Test
    default void only_main_joins_storage_and_interface() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .and()
                .resideOutsideOfPackages("..repl..", "..store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..repl..", "..store..")
                .because("parts stay replaceable as long as one place puts them together");

        rule.check(program());
    }

    @Test
    default void only_main_touches_the_console_and_the_exit() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .should()
                .accessField(System.class, "in")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .because("code that is given its input and output can be run by a test");

        rule.check(program());
    }

    @Test
    default void packages_form_no_cycle() {
        ArchRule rule = slices().matching("dev.minikv.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other can only be changed together");

        rule.check(program());
    }
}
