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
    void a_good_hash_table_is_left_alone() {
        assertThat(Probe.slowOperations(HashEngine::new))
                .as("the average counts: all puts share the cost of growing from time to time")
                .isEqualTo(EnumSet.noneOf(Operation.class));
    }

    @Test
    void a_scan_on_misses_is_noticed() {
        assertThat(Probe.slowOperations(ScansOnMiss::new))
                .as("an engine that is quick for keys that are there may be slow for others")
                .isEqualTo(EnumSet.of(GET_MISS));
    }

    @Test
    void a_scan_on_get_is_noticed() {
        assertThat(Probe.slowOperations(ScansToGet::new))
                .as("a get that looks at one entry after the other is slow for any key")
                .isEqualTo(EnumSet.of(GET_HIT, GET_MISS));
    }

    @Test
    void a_remove_that_moves_everything_is_noticed() {
        assertThat(Probe.slowOperations(MovesAllOnRemove::new))
                .as("every operation is examined, each by itself")
                .isEqualTo(EnumSet.of(REMOVE));
    }

    @Test
    void a_put_that_moves_everything_is_noticed() {
        assertThat(Probe.slowOperations(MovesAllOnPut::new))
                .as("steps that an engine takes while it is filled are those of PUT")
                .isEqualTo(EnumSet.of(PUT));
    }

    @Test
    void a_table_that_never_grows_is_noticed() {
        assertThat(Probe.slowOperations(NeverGrows::new))
                .as("an engine that is quick with few entries, or for few keys, may be slow with more")
                .isEqualTo(EnumSet.allOf(Operation.class));
    }

    @Test
    void many_steps_alone_are_not_slow() {
        assertThat(Probe.slowOperations(ThoroughEngine::new))
                .as("a thousand steps are not slow, if they do not grow with the number of entries")
                .isEqualTo(EnumSet.noneOf(Operation.class));
    }

    @Test
    void a_good_tree_is_left_alone() {
        assertThat(Probe.slowOperations(TreeEngine::new))
                .as("a few more steps for ten times the entries are not slow")
                .isEqualTo(EnumSet.noneOf(Operation.class));
    }

    @Test
    void a_growth_below_three_times_is_left_alone() {
        assertThat(Probe.slowOperations(GrowsALittle::new))
                .as("2.8 times the steps for ten times the entries are not slow, however many there are")
                .isEqualTo(EnumSet.noneOf(Operation.class));
    }

    @Test
    void a_growth_above_five_times_is_noticed() {
        assertThat(Probe.slowOperations(GrowsMuch::new))
                .as("5.5 times the steps for ten times the entries are slow")
                .isEqualTo(EnumSet.allOf(Operation.class));
    }

    @Test
    void only_a_hundred_entries_or_more_count() {
        assertThat(Probe.slowOperations(CheapWhenSmall::new))
                .as("an operation may be free with few entries: its cost is the same from a hundred on")
                .isEqualTo(EnumSet.noneOf(Operation.class));
    }

    @Test
    void every_put_counts() {
        assertThat(Probe.slowOperations(MovesAllNowAndThen::new))
                .as("the average is over all puts: most of these are quick, and a few are very slow")
                .isEqualTo(EnumSet.of(PUT));
    }

    @Test
    void all_keys_count() {
        assertThat(Probe.slowOperations(SlowInBetween::new))
                .as("the average is over all entries: only the first, the last and the middle ones are quick")
                .isEqualTo(EnumSet.of(GET_HIT, REMOVE));
    }

    @Test
    void many_keys_count() {
        assertThat(Probe.slowOperations(RemembersTheLastKey::new))
                .as("the average is over many keys: asking again for the same key is quick")
                .isEqualTo(EnumSet.of(GET_HIT, GET_MISS));
    }

    @Test
    void one_call_alone_does_not_count() {
        assertThat(Probe.slowOperations(SlowAtFirst::new))
                .as("the average is over many calls: only the first of each kind is slow")
                .isEqualTo(EnumSet.noneOf(Operation.class));
    }

    @Test
    void each_number_of_entries_has_a_new_engine() {
        assertThat(Probe.slowOperations(MovesAllAfterARemoval::new))
                .as("each number of entries starts with a new engine, from which nothing was ever removed")
                .isEqualTo(EnumSet.noneOf(Operation.class));
    }
}
