package dev.minikv.step04.exercise2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-4.2")
class InputsTheCompilerCannotKnowTest {

    @Test
    void nothing_is_set_up_between_calls() {
        assertThat(Trial.calledBetweenCalls())
                .as("no @Setup and no @TearDown has Level.Invocation: stopping the clock takes too long beside a get")
                .isEqualTo(List.of());
    }

    @Test
    void hit_and_miss_are_benchmarks() {
        assertThat(Trial.benchmarks())
                .as("JMH measures only methods with @Benchmark")
                .isEqualTo(List.of("hit", "miss"));
    }

    @Test
    void entries_says_how_many_keys_are_stored() {
        var trial = new Trial(5);

        assertThat(trial.stored().stream().sorted().toList())
                .as("@Setup stores `entries` keys: user:0, user:1 and so on")
                .isEqualTo(List.of("user:0", "user:1", "user:2", "user:3", "user:4"));
    }

    @Test
    void each_call_is_one_get() {
        assertThat(List.of(new Trial(5).hitting(5), new Trial(5).missing(5)))
                .as("a call is a single get: anything else that the store is asked is measured too")
                .isEqualTo(Collections.nCopies(2, Collections.nCopies(5, "get")));
    }

    @Test
    void a_key_to_hit_comes_from_the_state() {
        var trial = new Trial(5);

        assertThat(trial.notInState(trial.hits(5)))
                .as("a key is made in @Setup, and lies in an array or a collection, directly in a field"
                        + " that is not static")
                .isEqualTo(List.of());
    }

    @Test
    void a_key_to_miss_comes_from_the_state() {
        var trial = new Trial(5);

        assertThat(trial.notInState(trial.misses(5)))
                .as("a key for a miss is made in @Setup too: otherwise, making it is measured with the get")
                .isEqualTo(List.of());
    }

    @Test
    void every_key_gets_its_turn() {
        var trial = new Trial(5);

        assertThat(trial.hits(5).stream().sorted().toList())
                .as("as many calls as there are entries ask once for each of user:0, user:1 and so on")
                .isEqualTo(List.of("user:0", "user:1", "user:2", "user:3", "user:4"));
    }

    @Test
    void every_miss_has_a_key_of_its_own() {
        var trial = new Trial(20);

        assertThat(trial.misses(20).stream().sorted().toList())
                .as("as many calls as there are entries ask once for each of nobody:0, nobody:1 and so on")
                .isEqualTo(trial.absent().stream().sorted().toList());
    }

    @Test
    void after_the_last_hit_comes_the_first() {
        var trial = new Trial(5);
        List<String> round = trial.hits(5);

        assertThat(List.of(trial.hits(5), trial.hits(5)))
                .as("there are more calls than keys: the first key follows the last, and each round is the same")
                .isEqualTo(List.of(round, round));
    }

    @Test
    void after_the_last_miss_comes_the_first() {
        var trial = new Trial(20);
        List<String> round = trial.misses(20);

        assertThat(List.of(trial.misses(20), trial.misses(20)))
                .as("there are more calls than keys: the first key follows the last, and each round is the same")
                .isEqualTo(List.of(round, round));
    }

    @Test
    void the_order_is_shuffled() {
        var trial = new Trial(2000);

        assertThat(List.of(trial.hasPattern(trial.hits(2000)), trial.hasPattern(trial.misses(2000))))
                .as("a processor predicts keys that go up or down by a fixed distance, and has in its caches"
                        + " what was stored together: no part of the order may be like that")
                .isEqualTo(List.of(false, false));
    }

    @Test
    void two_runs_ask_in_the_same_order() {
        var one = new Trial(10);
        var other = Trial.later(10);

        assertThat(List.of(other.hits(10), other.misses(10)))
                .as("shuffle with a seed, so that two runs ask for the same keys in the same order")
                .isEqualTo(List.of(one.hits(10), one.misses(10)));
    }

    @Test
    void two_iterations_ask_in_the_same_order() {
        var trial = new Trial(10);
        var first = List.of(trial.hits(10), trial.misses(10));
        trial.nextIteration();

        assertThat(List.of(trial.hits(10), trial.misses(10)))
                .as("a @Setup with Level.Iteration is called again, and the order must stay the same")
                .isEqualTo(first);
    }

    @Test
    void a_key_is_not_the_object_that_is_stored() {
        var trial = new Trial(100);

        assertThat(trial.sameObjects(trial.hits(100)))
                .as("a user types the key again: it is equal to the stored one, but another String")
                .isEqualTo(0);
    }

    @Test
    void the_answer_is_returned() {
        var trial = new Trial(1);
        var before = List.of(trial.hit(), trial.miss());
        trial.delete("user:0");
        trial.store("nobody:0", "somebody");

        assertThat(List.of(before, List.of(trial.hit(), trial.miss())))
                .as("hit and miss return the store's own answer, whatever it is")
                .isEqualTo(List.of(
                        List.of(Optional.of("value 0"), Optional.empty()),
                        List.of(Optional.empty(), Optional.of("somebody"))));
    }

    @Test
    void any_number_of_entries_will_do() {
        var trial = new Trial(20_003);

        assertThat(List.of(
                        trial.stored().size(),
                        Set.copyOf(trial.hits(20_003)).size(),
                        Set.copyOf(trial.misses(20_003)).size()))
                .as("entries is the number of keys that are stored, and of the keys for hits and for misses")
                .isEqualTo(List.of(20_003, 20_003, 20_003));
    }

    @Test
    void it_can_go_on_for_hours() {
        var trial = new Trial(10);
        var first = List.of(trial.hits(10), trial.misses(10));
        trial.hitForHours();
        trial.missForHours();

        assertThat(List.of(trial.hits(10), trial.misses(10), trial.hits(10), trial.misses(10)))
                .as("JMH makes more calls than an int can count, so no number may grow for ever")
                .isEqualTo(List.of(first.get(0), first.get(1), first.get(0), first.get(1)));
    }
}
