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
    void delete_does_nothing_but_delete() {
        assertThat(Run.of("delete").workOfFirst())
                .as("while the clock runs, all entries are removed one by one, and nothing else happens")
                .isEqualTo(Map.of("delete", 1_000));
    }

    @Test
    void every_call_of_delete_finds_a_full_store() {
        assertThat(Run.of("delete").sizes())
                .as("in each iteration, each call finds as many entries as the first")
                .isEqualTo(List.of(1_000, 1_000, 1_000, 1_000));
    }

    @Test
    void the_keys_to_delete_are_ready() {
        assertThat(List.of(Run.of("delete").keyRingsMade(), Run.of("delete").textsMade()))
                .as("no KeyRing and no key is made while the clock runs: they are in the state")
                .isEqualTo(List.of(List.of(0, 0, 0, 0), List.of(0, 0, 0, 0)));
    }

    @Test
    void every_answer_of_delete_escapes() {
        assertThat(Run.of("delete").droppedAnswers())
                .as("each Optional that the store returns escapes unchanged: returned, or consumed by the Blackhole")
                .isEqualTo(List.of(0, 0, 0, 0));
    }

    @Test
    void the_time_of_delete_is_divided() {
        assertThat(Run.operationsPerInvocation("delete"))
                .as("@OperationsPerInvocation is the number by which JMH divides the time of a call")
                .isEqualTo(1_000);
    }

    @Test
    void nothing_is_set_up_between_turnovers() {
        assertThat(Run.betweenCallsOf("turnover"))
                .as("stopping the clock takes time too: little beside 1,000 operations, much beside two")
                .isEqualTo(List.of());
    }

    @Test
    void a_turnover_is_one_set_and_one_delete() {
        assertThat(Run.of("turnover").workOfFirst())
                .as("while the clock runs, one new key is stored and one is removed, and nothing else happens")
                .isEqualTo(Map.of("set", 1, "delete", 1));
    }

    @Test
    void every_turnover_finds_the_same_number_of_entries() {
        assertThat(Run.of("turnover").sizes())
                .as("a call removes as many keys as it adds, and no setup adds any")
                .isEqualTo(List.of(1_000, 1_000, 1_000, 1_000));
    }

    @Test
    void a_turnover_removes_the_oldest_key() {
        assertThat(Run.of("turnover").olderThanTheRemoved())
                .as("the removed key is the oldest: no key in the store has been there longer")
                .isEqualTo(List.of(0, 0, 0, 0));
    }

    @Test
    void what_a_turnover_stores_is_ready() {
        assertThat(List.of(Run.of("turnover").keyRingsMade(), Run.of("turnover").textsMade()))
                .as("nothing is made while the clock runs: the keys are in the state, and the value is VALUE")
                .isEqualTo(List.of(List.of(0, 0, 0, 0), List.of(0, 0, 0, 0)));
    }

    @Test
    void both_answers_of_a_turnover_escape() {
        assertThat(Run.of("turnover").droppedAnswers())
                .as("the answer of set and the answer of delete escape unchanged: returned or consumed")
                .isEqualTo(List.of(0, 0, 0, 0));
    }

    @Test
    void the_time_of_a_turnover_is_divided() {
        assertThat(Run.operationsPerInvocation("turnover"))
                .as("a set and a delete are two operations, and @OperationsPerInvocation must say so")
                .isEqualTo(2);
    }

    @Test
    void no_answer_escapes_twice() {
        assertThat(List.of(Run.of("delete").doubledAnswers(), Run.of("turnover").doubledAnswers()))
                .as("an answer that is consumed is not returned as well: the second time would be measured too")
                .isEqualTo(List.of(List.of(0, 0, 0, 0), List.of(0, 0, 0, 0)));
    }

    @Test
    void the_same_is_measured_as_before() {
        assertThat(List.of(Run.otherAnnotations("delete"), Run.otherAnnotations("turnover")))
                .as("the annotations on the class stay, and only @OperationsPerInvocation is added")
                .isEqualTo(Collections.nCopies(
                        2, List.of("@BenchmarkMode({AverageTime})", "@OutputTimeUnit(NANOSECONDS)")));
    }

    @Test
    void it_can_go_on_for_ever() {
        assertThat(List.of(
                        Run.of("delete", 10).kindsOfCalls(),
                        Run.of("turnover", 1_100).kindsOfCalls()))
                .as("JMH makes as many calls as it has time for, and each must be like the first")
                .isEqualTo(List.of(
                        List.of("of 1000 entries: {delete=1000}"), List.of("of 1000 entries: {delete=1, set=1}")));
    }
}
