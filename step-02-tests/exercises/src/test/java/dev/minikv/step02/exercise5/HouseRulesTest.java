package dev.minikv.step02.exercise5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

@Tag("exercise")
@Tag("exercise-2.5")
class HouseRulesTest {

    private static JudgedRules rules;

    @BeforeAll
    @Timeout(15) // seconds: ArchUnit takes its time to start, especially on a busy machine
    static void check_the_rules_on_every_program(TestReporter reporter) {
        rules = new JudgedRules();
        reporter.publishEntry(rules.toString());
    }

    @Test
    void junit_runs_each_of_your_rules() {
        assertThat(rules.notRun())
                .as("a rule is checked by a test: a default method with @Test that returns nothing")
                .isEqualTo(List.of());
    }

    @Test
    void a_rule_judges_only_the_classes_of_a_program() {
        assertThat(rules.violations())
                .as("a rule gives the same verdict on the same classes, whatever ran before")
                .isEqualTo(List.of());
    }

    @Test
    void clean_programs_break_no_rule() {
        assertThat(rules.falseAlarms())
                .as("every rule passes on a program that keeps the rules of the house")
                .isEqualTo(List.of());
    }

    @Test
    void no_rule_passes_over_nothing() {
        assertThat(rules.passedByNothing())
                .as("a rule that finds no class to look at must fail: it has checked nothing")
                .isEqualTo(List.of());
    }

    @Test
    void the_engine_needs_no_other_part() {
        assertThat(rules.programsThatPass("engine"))
                .as("the engine uses only itself, java.lang, java.util and java.util.function")
                .isEqualTo(List.of());
    }

    @Test
    void only_launcher_uses_the_shell() {
        assertThat(rules.programsThatPass("shell: is used"))
                .as("outside of shell, only Launcher uses the classes in shell")
                .isEqualTo(List.of());
    }

    @Test
    void the_shell_knows_only_interfaces_of_the_engine() {
        assertThat(rules.programsThatPass("shell: knows"))
                .as("of the types in engine, the shell uses only interfaces")
                .isEqualTo(List.of());
    }

    @Test
    void only_the_terminal_touches_the_console() {
        assertThat(rules.programsThatPass("console"))
                .as("only classes in a package terminal use System.in, System.out and System.err")
                .isEqualTo(List.of());
    }

    @Test
    void only_launcher_ends_the_program() {
        assertThat(rules.programsThatPass("exit"))
                .as("only Launcher calls System.exit")
                .isEqualTo(List.of());
    }

    @Test
    void parts_form_no_ring() {
        assertThat(rules.programsThatPass("ring"))
                .as("no chain of dependencies between parts leads back to its start, however long it is")
                .isEqualTo(List.of());
    }
}
