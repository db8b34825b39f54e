package dev.minikv.workbook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.minikv.workbook.checker.Checker;
import dev.minikv.workbook.checker.IdeReport;
import dev.minikv.workbook.command.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// The packages of the runner: which of them know each other, and what only some of them may do.
class ArchitectureTest {

    private static final String ROOT = "dev.minikv.workbook";
    private static final JavaClasses RUNNER = new ClassFileImporter().importPath(Path.of("target/classes"));

    /// Each package with those that it knows. A row names only rows above it, so there is no cycle: a
    /// package can be read, tested and used without those below it.
    private static final String ROOMS = """
            step:
            program:
            words:
            catalog: step words
            port: program step
            maven: program step
            checker: catalog words
            judge: words
            proof: catalog checker words
            measure: program step words
            compare: measure
            chart: compare measure words
            command: catalog chart checker compare maven measure port program proof step words
            """;

    @Test
    void each_package_knows_these_and_no_others() {
        var known = new TreeMap<String, Set<String>>();
        for (JavaClass type : RUNNER) {
            Set<String> of = known.computeIfAbsent(room(type), _ -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> room(dependency.getTargetClass()))
                    .filter(room -> !room.isEmpty() && !room.equals(room(type)))
                    .forEach(of::add);
        }
        known.remove(""); // Main, which knows command, and WorkbookException, which all may throw

        assertThat(known.entrySet())
                .extracting(room -> (room.getKey() + ": " + String.join(" ", room.getValue())).strip())
                .containsExactlyInAnyOrderElementsOf(ROOMS.lines().toList());
    }

    @Test
    void no_package_knows_one_below_it() {
        List<String> rooms =
                ROOMS.lines().map(row -> row.replaceFirst(":.*", "")).toList();
        for (String row : ROOMS.lines().toList()) {
            String[] known = row.replaceFirst(".*: ?", "").split(" ");
            assertThat(rooms.subList(0, ROOMS.lines().toList().indexOf(row)))
                    .as(row)
                    .containsAll(row.endsWith(":") ? List.of() : List.of(known));
        }
    }

    @Test
    void only_the_doors_touch_the_console_and_end_the_process() {
        holds(
                noClasses()
                        .that()
                        .doNotBelongToAnyOf(Main.class, Screen.class, Checker.class, IdeReport.class)
                        .and()
                        .haveNameNotMatching(ROOT + "\\.proof\\.MavenRun.*")
                        .should()
                        .accessField(System.class, "in")
                        .orShould()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .callMethod(System.class, "exit", int.class)
                        .because("code that prints by itself cannot be tested, or read as JSON; JUnit starts IdeReport"
                                + " and MavenRun where there is no Screen, and Checker catches what solutions print"),
                2);
    }

    @Test
    void only_the_package_for_programs_starts_programs() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + ".program")
                        .should()
                        .callMethod(ProcessBuilder.class, "start")
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Process.class)
                        .because(
                                "a program that nobody ends outlives Ctrl-C, and a program whose pipe nobody reads never ends"),
                2);
    }

    @Test
    void the_catalog_compiles_and_runs_nothing() {
        holds(
                noClasses()
                        .that()
                        .resideInAnyPackage(ROOT + ".catalog", ROOT) // the root, for the offender
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javax.tools..", "org.junit..", "java.lang.reflect..")
                        .because("a list of exercises has to appear at once, however broken their code is"),
                1);
    }

    /// Checks a rule, and that it rejects this many things that the offender does.
    private static void holds(ArchRule rule, int offences) {
        assertThat(RUNNER).hasSizeGreaterThan(50);
        rule.check(RUNNER);
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(Offender.class))
                        .getFailureReport()
                        .getDetails())
                .hasSize(offences);
    }

    /// Returns the name of a class's package below the root; empty for the root and for other packages.
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : "";
    }

    static class Offender {
        void offend() throws IOException {
            System.out.println();
            System.exit(0);
            new ProcessBuilder("true").start().destroy();
            ToolProvider.getSystemJavaCompiler();
        }
    }
}
