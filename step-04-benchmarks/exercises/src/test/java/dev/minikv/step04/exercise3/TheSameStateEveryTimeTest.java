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
                .as("while the clock runs, all entries are removed one by one, and that is all")
                .isEqualTo(Map.of("delete", 1_000));
    }

    @Test
    void every_call_of_delete_finds_a_full_store() {
        assertThat(Run.of("delete").sizes())
                .as("each call finds what the first one found, in each iteration")
                .isEqualTo(List.of(1_000, 1_000, 1_000, 1_000));
    }

    @Test
    void the_keys_to_delete_are_ready() {
        assertThat(List.of(Run.of("delete").keyRingsMade(), Run.of("delete").textsMade()))
                .as("no KeyRing and no key is made while the clock runs: the state has them")
                .isEqualTo(List.of(List.of(0, 0, 0, 0), List.of(0, 0, 0, 0)));
    }

    @Test
    void every_answer_of_delete_escapes() {
        assertThat(Run.of("delete").droppedAnswers())
                .as("each Optional that the store gives is returned, or consumed by the Blackhole, as it is")
                .isEqualTo(List.of(0, 0, 0, 0));
    }

    @Test
    void the_time_of_delete_is_divided() {
        assertThat(Run.operationsPerInvocation("delete"))
                .as("@OperationsPerInvocation says by how many operations JMH divides the time of a call")
                .isEqualTo(1_000);
    }

    @Test
    void nothing_is_set_up_between_turnovers() {
        assertThat(Run.betweenCallsOf("turnover"))
                .as("to stop the clock takes time too: little beside 1,000 operations, much beside two")
                .isEqualTo(List.of());
    }

    @Test
    void a_turnover_is_one_set_and_one_delete() {
        assertThat(Run.of("turnover").workOfFirst())
                .as("while the clock runs, one new key is stored, one removed, and that is all")
                .isEqualTo(Map.of("set", 1, "delete", 1));
    }

    @Test
    void every_turnover_finds_as_many_entries() {
        assertThat(Run.of("turnover").sizes())
                .as("a call removes as many keys as it adds, and no setup adds to them")
                .isEqualTo(List.of(1_000, 1_000, 1_000, 1_000));
    }

    @Test
    void a_turnover_removes_the_oldest_key() {
        assertThat(Run.of("turnover").olderThanTheRemoved())
                .as("the key that has been there longest goes: no key in the store is older")
                .isEqualTo(List.of(0, 0, 0, 0));
    }

    @Test
    void what_a_turnover_stores_is_ready() {
        assertThat(List.of(Run.of("turnover").keyRingsMade(), Run.of("turnover").textsMade()))
                .as("no KeyRing, no key and no value is made while the clock runs: there are the state's, and VALUE")
                .isEqualTo(List.of(List.of(0, 0, 0, 0), List.of(0, 0, 0, 0)));
    }

    @Test
    void both_answers_of_a_turnover_escape() {
        assertThat(Run.of("turnover").droppedAnswers())
                .as("what set answers and what delete answers is returned or consumed, each as it is")
                .isEqualTo(List.of(0, 0, 0, 0));
    }

    @Test
    void the_time_of_a_turnover_is_divided() {
        assertThat(Run.operationsPerInvocation("turnover"))
                .as("a set and a delete are two operations, which @OperationsPerInvocation has to say")
                .isEqualTo(2);
    }

    @Test
    void no_answer_escapes_twice() {
        assertThat(List.of(Run.of("delete").doubledAnswers(), Run.of("turnover").doubledAnswers()))
                .as("what is consumed is not returned as well: once is enough, and the second time is measured")
                .isEqualTo(List.of(List.of(0, 0, 0, 0), List.of(0, 0, 0, 0)));
    }

    @Test
    void the_same_is_measured_as_before() {
        assertThat(List.of(Run.otherAnnotations("delete"), Run.otherAnnotations("turnover")))
                .as("the annotations on the class stay, and @OperationsPerInvocation is all that is added")
                .isEqualTo(Collections.nCopies(
                        2, List.of("@BenchmarkMode({AverageTime})", "@OutputTimeUnit(NANOSECONDS)")));
    }

    @Test
    void it_can_go_on_for_ever() {
        assertThat(List.of(
                        Run.of("delete", 10).kindsOfCalls(),
                        Run.of("turnover", 1_100).kindsOfCalls()))
                .as("JMH makes as many calls as there is time for, and each is like the first")
                .isEqualTo(List.of(
                        List.of("of 1000 entries: {delete=1000}"), List.of("of 1000 entries: {delete=1, set=1}")));
    }
}
