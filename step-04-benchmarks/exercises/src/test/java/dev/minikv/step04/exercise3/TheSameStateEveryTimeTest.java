package dev.minikv.step04.exercise3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-4.3")
class TheSameStateEveryTimeTest {

    @Test
    void every_call_of_delete_finds_a_full_store() {
        assertThat(Run.of("delete").sizes())
                .as("each call finds what the first one found, in each iteration")
                .isEqualTo(List.of(1_000, 1_000, 1_000, 1_000));
    }

    @Test
    void delete_does_nothing_but_delete() {
        assertThat(Run.of("delete").work())
                .as("while the clock runs, all entries are removed one by one, and that is all")
                .isEqualTo(Collections.nCopies(4, Map.of("delete", 1_000)));
    }

    @Test
    void the_time_of_delete_is_divided() {
        assertThat(Run.factor("delete"))
                .as("JMH divides the time of a call by the operations that you say are in it")
                .isEqualTo(1_000);
    }

    @Test
    void every_turnover_finds_as_many_entries() {
        assertThat(Run.of("turnover").sizes())
                .as("what a call adds is gone when the next one comes")
                .isEqualTo(List.of(1_000, 1_000, 1_000, 1_000));
    }

    @Test
    void a_turnover_is_one_set_and_one_delete() {
        assertThat(Run.of("turnover").work())
                .as("while the clock runs, one new key is stored, one removed, and that is all")
                .isEqualTo(Collections.nCopies(4, Map.of("set", 1, "delete", 1)));
    }

    @Test
    void a_turnover_removes_the_oldest_key() {
        List<String> oldest = new KeyRing(1_000).first().subList(0, 4);

        assertThat(Run.of("turnover").deleted())
                .as("the key that has been there longest goes, and not the one that has just come")
                .isEqualTo(oldest);
    }

    @Test
    void both_answers_of_a_turnover_escape() {
        assertThat(Run.of("turnover").escaped())
                .as("both answers are returned, or consumed by the Blackhole")
                .isEqualTo(List.of(2, 2, 2, 2));
    }

    @Test
    void the_time_of_a_turnover_is_divided() {
        assertThat(Run.factor("turnover"))
                .as("a set and a delete are two operations")
                .isEqualTo(2);
    }

    @Test
    void nothing_is_set_up_between_turnovers() {
        assertThat(Run.betweenCallsOf("turnover"))
                .as("to stop the clock takes time too: little beside 1,000 operations, much beside two")
                .isEqualTo(List.of());
    }

    @Test
    void it_can_go_on_for_ever() {
        assertThat(List.of(
                        Run.of("delete", 10).lastWork(),
                        Run.of("turnover", 1_500).lastWork()))
                .as("JMH makes as many calls as there is time for: the last one is like the first")
                .isEqualTo(List.of(Map.of("delete", 1_000), Map.of("set", 1, "delete", 1)));
    }
}
