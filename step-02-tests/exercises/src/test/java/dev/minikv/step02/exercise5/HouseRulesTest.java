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
    @Timeout(15) // ArchUnit takes its time to start, and more on a busy machine
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
    void a_rule_goes_by_the_classes_of_a_program() {
        assertThat(rules.otherwise())
                .as("a rule says the same of the same classes, whatever ran before")
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
        assertThat(rules.keptByNothing())
                .as("a rule that finds no class to look at fails: it has not looked at anything")
                .isEqualTo(List.of());
    }

    @Test
    void the_engine_needs_no_one() {
        assertThat(rules.programsThatPass("engine"))
                .as("the engine uses itself, java.lang, java.util and java.util.function, and nothing else")
                .isEqualTo(List.of());
    }

    @Test
    void only_launcher_uses_the_shell() {
        assertThat(rules.programsThatPass("shell: is used"))
                .as("outside of shell, only Launcher uses what is in shell")
                .isEqualTo(List.of());
    }

    @Test
    void the_shell_knows_interfaces_of_the_engine_only() {
        assertThat(rules.programsThatPass("shell: knows"))
                .as("of what is in engine, the shell uses interfaces only")
                .isEqualTo(List.of());
    }

    @Test
    void only_the_terminal_touches_the_console() {
        assertThat(rules.programsThatPass("console"))
                .as("only what is in a package terminal uses System.in, System.out and System.err")
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
                .as("no arrow between parts leads back, however long the way round")
                .isEqualTo(List.of());
    }
}
