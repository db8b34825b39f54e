package dev.minikv.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.minikv.checks.page.Check;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/offenders/"))
            .importPackages("dev.minikv.checks");

    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages("dev.minikv.checks.offenders");

    private static final DescribedPredicate<JavaClass> USED_FROM_OUTSIDE = describe(
            "used in another package",
            type -> type.getDirectDependenciesToSelf().stream()
                    .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage())));

    @Test
    void packages_form_no_cycle() {
        assertThat(freeOfCycles("dev.minikv.checks.offenders.(*)..")
                        .evaluate(OFFENDERS)
                        .hasViolation())
                .isTrue();
        freeOfCycles("dev.minikv.checks.(*)..").check(OURS);
    }

    private static ArchRule freeOfCycles(String packages) {
        return slices().matching(packages)
                .should()
                .beFreeOfCycles()
                .because("a package that can be read by itself can be read first");
    }

    @Test
    void pages_know_no_kind_of_statement() {
        holds(noClasses()
                .that()
                .resideInAPackage("..page..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..bug..", "..figure..", "..generated..", "..quote..", "..report..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("..picture..", "..session..", "..step..", "..trial..", "..word..")
                .because("a new kind of check is a new package, and nothing else changes"));
    }

    @Test
    void a_public_type_is_used_in_another_package() {
        holds(classes()
                .that()
                .areTopLevelClasses()
                .and()
                .haveModifier(PUBLIC)
                .and()
                .areNotAssignableTo(Check.class)
                .and()
                .doNotHaveSimpleName("Main")
                .should(be(USED_FROM_OUTSIDE))
                .because("the door of a package is all that others need, and the door of most is a check"));
    }

    private static void holds(ArchRule rule) {
        rule.check(OURS);
        assertThat(rule.evaluate(OFFENDERS).hasViolation())
                .as("offenders break the rule that " + rule.getDescription())
                .isTrue();
    }
}
