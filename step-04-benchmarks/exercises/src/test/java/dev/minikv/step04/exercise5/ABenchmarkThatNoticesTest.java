package dev.minikv.step04.exercise5;

import static dev.minikv.step04.exercise5.Operation.GET_HIT;
import static dev.minikv.step04.exercise5.Operation.GET_MISS;
import static dev.minikv.step04.exercise5.Operation.PUT;
import static dev.minikv.step04.exercise5.Operation.REMOVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-4.5")
class ABenchmarkThatNoticesTest {

    @Test
    void a_scan_on_get_is_noticed() {
        assertThat(Probe.slowOperations(ScansToGet::new))
                .as("a get that looks at one entry after the other is slow, whatever the key")
                .isEqualTo(EnumSet.of(GET_HIT, GET_MISS));
    }

    @Test
    void a_scan_on_misses_is_noticed() {
        assertThat(Probe.slowOperations(ScansOnMiss::new))
                .as("what is quick for keys that are there may be slow for others")
                .isEqualTo(EnumSet.of(GET_MISS));
    }

    @Test
    void a_remove_that_moves_everything_is_noticed() {
        assertThat(Probe.slowOperations(MovesAllOnRemove::new))
                .as("every operation is looked at, and each for itself")
                .isEqualTo(EnumSet.of(REMOVE));
    }

    @Test
    void a_table_that_never_grows_is_noticed() {
        assertThat(Probe.slowOperations(NeverGrows::new))
                .as("what is quick with a few entries, or for a few keys, may be slow")
                .isEqualTo(EnumSet.allOf(Operation.class));
    }

    @Test
    void a_good_hash_table_is_left_alone() {
        assertThat(Probe.slowOperations(HashEngine::new))
                .as("the average counts: all puts share what it costs to grow now and then")
                .isEqualTo(EnumSet.noneOf(Operation.class));
    }

    @Test
    void a_good_tree_is_left_alone() {
        assertThat(Probe.slowOperations(TreeEngine::new))
                .as("ten times the entries for a few steps more is not slow")
                .isEqualTo(EnumSet.noneOf(Operation.class));
    }

    @Test
    void many_steps_alone_are_not_slow() {
        assertThat(Probe.slowOperations(ThoroughEngine::new))
                .as("a thousand steps are not slow, if more entries do not make them more")
                .isEqualTo(EnumSet.noneOf(Operation.class));
    }

    @Test
    void any_engine_will_do() {
        assertThat(Probe.slowOperations(MovesAllOnPut::new))
                .as("what is slow is found by counting, not only in the engines of the examples")
                .isEqualTo(EnumSet.of(PUT));
    }
}
