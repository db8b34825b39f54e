package dev.minikv.checks;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import dev.minikv.checks.page.Check;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter().importPackages("dev.minikv.checks");

    private static final DescribedPredicate<JavaClass> USED_FROM_OUTSIDE = DescribedPredicate.describe(
            "used in another package",
            type -> type.getDirectDependenciesToSelf().stream()
                    .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage())));

    @Test
    void packages_form_no_cycle() {
        slices().matching("dev.minikv.checks.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that can be read by itself can be read first")
                .check(ALL);
    }

    @Test
    void pages_know_no_kind_of_statement() {
        noClasses()
                .that()
                .resideInAPackage("..page..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..bug..",
                        "..figure..",
                        "..generated..",
                        "..quote..",
                        "..report..",
                        "..session..",
                        "..step..",
                        "..trial..")
                .because("a new kind of check is a new package, and nothing else changes")
                .check(ALL);
    }

    @Test
    void what_is_public_is_used_by_others() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .haveModifier(PUBLIC)
                .and()
                .areNotAssignableTo(Check.class)
                .and()
                .doNotHaveSimpleName("Main")
                .should(ArchConditions.be(USED_FROM_OUTSIDE))
                .because("the door of a package is all that others need, and the door of most is a check")
                .check(ALL);
    }
}
