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
    void there_are_rules() {
        assertThat(rules.count() > 0)
                .as("a rule is checked by a test: there is at least one method with @Test")
                .isEqualTo(true);
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
    void storage_never_knows_the_interface() {
        assertThat(rules.programsThatPass("store"))
                .as("the store uses itself, java.lang and java.util, and nothing else")
                .isEqualTo(List.of());
    }

    @Test
    void only_main_joins_the_parts() {
        assertThat(rules.programsThatPass("parts"))
                .as("outside of repl, only Main uses what is in repl")
                .isEqualTo(List.of());
    }

    @Test
    void only_main_touches_the_console() {
        assertThat(rules.programsThatPass("console"))
                .as("only Main uses System.in, System.out, System.err and System.exit")
                .isEqualTo(List.of());
    }

    @Test
    void packages_form_no_cycle() {
        assertThat(rules.programsThatPass("cycle"))
                .as("no arrow between packages leads back, however long the way round")
                .isEqualTo(List.of());
    }
}
