package dev.minikv.step04.exercise2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-4.2")
class InputsTheCompilerCannotKnowTest {

    @Test
    void a_key_to_hit_comes_from_the_state() {
        var trial = new Trial(5);

        assertThat(trial.notInState(trial.hits(5)))
                .as("a key is made in @Setup and kept in a field: no constant, and not made inside")
                .isEqualTo(List.of());
    }

    @Test
    void a_key_to_miss_comes_from_the_state() {
        var trial = new Trial(5);

        assertThat(trial.notInState(trial.misses(5)))
                .as("what is done inside the method to make a key is measured with the get")
                .isEqualTo(List.of());
    }

    @Test
    void every_key_gets_its_turn() {
        var trial = new Trial(5);

        assertThat(trial.hits(5).stream().sorted().toList())
                .as("as many calls as there are entries ask for each key once")
                .isEqualTo(List.of("user:0", "user:1", "user:2", "user:3", "user:4"));
    }

    @Test
    void behind_the_last_key_comes_the_first() {
        var trial = new Trial(5);
        List<String> round = trial.hits(5);

        assertThat(trial.hits(5))
                .as("there are more calls than keys: each round is like the first")
                .isEqualTo(round);
    }

    @Test
    void every_miss_has_a_key_of_its_own() {
        var trial = new Trial(100);

        assertThat(new HashSet<>(trial.misses(100)).size())
                .as("as many calls as there are entries ask for as many different keys")
                .isEqualTo(100);
    }

    @Test
    void a_hit_finds_its_key_and_a_miss_does_not() {
        var trial = new Trial(100);

        assertThat(List.of(trial.present(trial.hits(100)), trial.present(trial.misses(100))))
                .as("a benchmark has to measure what its name says")
                .isEqualTo(List.of(100, 0));
    }

    @Test
    void the_order_is_shuffled() {
        var trial = new Trial(100);

        assertThat(trial.followsAPattern(trial.hits(100)))
                .as("a processor foresees keys in the order of storing, or with a fixed distance")
                .isEqualTo(false);
    }

    @Test
    void two_runs_ask_in_the_same_order() {
        assertThat(new Trial(100).hits(100))
                .as("shuffle with a seed: two runs that measure the same are asked the same")
                .isEqualTo(new Trial(100).hits(100));
    }

    @Test
    void a_key_is_not_the_object_that_is_stored() {
        var trial = new Trial(100);

        assertThat(trial.sameObjects(trial.hits(100)))
                .as("a user types a key anew: it is equal to the stored one, and another String")
                .isEqualTo(0);
    }

    @Test
    void nothing_is_set_up_between_calls() {
        assertThat(Trial.setupsBetweenCalls())
                .as("to stop the clock takes time too, and a get is too short for that")
                .isEqualTo(List.of());
    }

    @Test
    void any_number_of_entries_will_do() {
        var trial = new Trial(7);

        assertThat(trial.hits(7).stream().sorted().toList())
                .as("entries says how many keys there are, whatever number it is")
                .isEqualTo(List.of("user:0", "user:1", "user:2", "user:3", "user:4", "user:5", "user:6"));
    }
}
