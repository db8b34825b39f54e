package dev.minikv.step01;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.minikv.step01.offenders.Borrower;
import dev.minikv.step01.offenders.Matchmaker;
import dev.minikv.step01.offenders.cycle.chicken.Chicken;
import dev.minikv.step01.offenders.cycle.egg.Egg;
import dev.minikv.step01.offenders.repl.ExitingRepl;
import dev.minikv.step01.offenders.repl.PrintlnRepl;
import dev.minikv.step01.offenders.store.ChattyStore;
import dev.minikv.step01.offenders.store.LoggingStore;
import dev.minikv.step01.offenders.store.PrintingStore;
import java.io.Console;
import java.io.FileDescriptor;
import org.junit.jupiter.api.Test;

/// The rules of the house: which classes may know which others.
///
/// Each rule is checked twice: the step must obey it, and an offender written for the purpose must
/// be rejected. ArchUnit itself fails a rule that matches no class.
class ArchitectureTest {

    private static final JavaClasses STEP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.minikv.step01");

    @Test
    void storage_knows_neither_the_interface_nor_any_input_or_output() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("..store..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("..store..", "java.lang", "java.util")
                .because("a store that prints, reads or knows commands can serve only the one program it was"
                        + " written for: return what happened, and let the REPL say it");

        rule.check(STEP);
        assertRejected(rule, PrintingStore.class);
        assertRejected(rule, ChattyStore.class);
    }

    @Test
    void only_main_knows_both_storage_and_repl() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .and()
                .resideOutsideOfPackage("..repl..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..repl..")
                .because("the parts stay replaceable as long as only one place, Main, puts them together");

        rule.check(STEP);
        assertRejected(rule, Matchmaker.class);
    }

    @Test
    void only_main_touches_the_console_and_the_exit() {
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
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(IO.class, Console.class, FileDescriptor.class, Runtime.class, System.Logger.class)
                .because("code that is given its input and output can be run by a test, a script or a server;"
                        + " code that reaches for the console runs only at a console");

        rule.check(STEP);
        assertRejected(rule, PrintingStore.class);
        assertRejected(rule, PrintlnRepl.class);
        assertRejected(rule, ExitingRepl.class);
        assertRejected(rule, LoggingStore.class);
    }

    @Test
    void packages_form_no_cycle() {
        ArchRule rule = slices().matching("dev.minikv.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other can only be read, tested and changed together");

        rule.check(STEP);
        assertRejected(rule, Chicken.class, Egg.class);
    }

    @Test
    void the_step_stands_on_itself_and_the_jdk() {
        ArchRule rule = classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.minikv.step01..", "java..")
                .because("a step is read and run on its own: it may need neither another step nor a library");

        rule.check(STEP);
        assertRejected(rule, Borrower.class);
    }

    private static void assertRejected(ArchRule rule, Class<?>... offender) {
        JavaClasses offenders = new ClassFileImporter().importClasses(offender);
        assertThatThrownBy(() -> rule.check(offenders))
                .as("%s breaks the rule on purpose", offender[0].getSimpleName())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender[0].getSimpleName());
    }
}
