package dev.minikv.step04.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What only this engine can get wrong: keys that are not in their home, and strays, which keys of
/// equal hash codes in a [HashMap] do not make. Keys for one home are found by trying.
class CompactEngineTest {

    private static final int SLOTS_IN_REACH = 7 * 8;

    private static final int MORE_THAN_A_BYTE_COUNTS = 400;

    private final CompactEngine engine = new CompactEngine();
    private final List<String> flood = keysOfOneHome(MORE_THAN_A_BYTE_COUNTS);

    @Test
    void keys_of_one_home_are_all_found_and_overwritten() {
        flood.forEach(key -> assertThat(engine.put(key, "1 " + key)).as(key).isNull());
        flood.forEach(key -> assertThat(engine.get(key)).isEqualTo("1 " + key));
        flood.forEach(key -> assertThat(engine.put(key, "2 " + key)).isEqualTo("1 " + key));
        flood.forEach(key -> assertThat(engine.get(key)).isEqualTo("2 " + key));

        assertThat(engine.size()).isEqualTo(flood.size());
        assertThat(engine.keys("")).isEqualTo(flood.stream().sorted().toList());
    }

    @Test
    void keys_of_one_home_can_be_removed_in_any_order_and_come_again() {
        var random = new Random(4);
        for (int round = 0; round < 3; round++) {
            flood.forEach(key -> engine.put(key, key));
            Collections.shuffle(flood, random);
            flood.forEach(key -> assertThat(engine.remove(key)).isEqualTo(key));
            flood.forEach(key -> assertThat(engine.get(key)).as(key).isNull());

            assertThat(engine.size()).as("after round %s", round).isZero();
        }
    }

    @ParameterizedTest(name = "{0} keys of one home")
    @ValueSource(ints = {8, 9, 14, 15, SLOTS_IN_REACH, SLOTS_IN_REACH + 1, SLOTS_IN_REACH + 20})
    void a_slot_that_became_free_does_not_hide_the_keys_that_passed_it(int count) {
        List<String> keys = flood.subList(0, count);
        keys.forEach(key -> engine.put(key, "before"));

        engine.remove(keys.getFirst());

        for (String key : keys.subList(1, count)) {
            assertThat(engine.put(key, "after")).as(key).isEqualTo("before");
        }
        assertThat(engine.size()).isEqualTo(count - 1);
        for (String key : keys.subList(1, count)) {
            assertThat(engine.remove(key)).isEqualTo("after");
            assertThat(engine.get(key)).as("not in two places").isNull();
        }
    }

    @ParameterizedTest(name = "{0} keys of one home")
    @ValueSource(ints = {7, 8, SLOTS_IN_REACH, SLOTS_IN_REACH + 20})
    void removal_leaves_nothing_behind_that_a_look_up_would_follow(int count) {
        List<String> keys = new ArrayList<>(flood.subList(0, count));
        keys.forEach(key -> engine.put(key, key));
        if (count > 7) {
            assertThat(sumOf(engine.groups, CompactEngineTest::overflow)).isPositive();
        }

        Collections.shuffle(keys, new Random(4));
        keys.forEach(engine::remove);

        assertThat(engine.groups).containsOnly(0L);
    }

    @Test
    void all_are_found_while_the_table_grows_around_strays() {
        var model = new HashMap<String, String>();
        for (int i = 0; i < flood.size(); i++) {
            for (String key : List.of(flood.get(i), "plain " + i, "a key that is longer than others " + i)) {
                engine.put(key, "value " + i);
                model.put(key, "value " + i);
            }
            if (i % 3 == 0) {
                assertThat(engine.remove(flood.get(i / 2))).isEqualTo(model.remove(flood.get(i / 2)));
            }
        }

        assertThat(engine.size()).isEqualTo(model.size());
        for (Map.Entry<String, String> entry : model.entrySet()) {
            assertThat(engine.get(entry.getKey())).as(entry.getKey()).isEqualTo(entry.getValue());
        }
    }

    @Test
    void the_shares_that_the_essay_gives_are_those_of_a_full_table() {
        var random = new Random(4);
        long[] full = engine.groups;
        while (full.length < 20_000 || engine.groups == full) {
            full = engine.groups;
            engine.put(Long.toString(random.nextLong(), 36).substring(0, 8), "value");
        }
        int keys = engine.size() - 1; // the last one has made it grow
        long settled = sumOf(full, group -> Long.bitCount(group & 0x80_8080_8080_8080L));

        assertThat(settled / (7.0 * full.length)).as("used slots").isCloseTo(0.75, within(0.001));
        assertThat(sumOf(full, group -> overflow(group) == 0 ? 0 : 1) / (double) full.length)
                .as("groups that were passed")
                .isCloseTo(0.24, within(0.005));
        assertThat(keys - settled).as("strays").isBetween(1L, keys / 1_000L);
    }

    private static long overflow(long group) {
        return group >>> 56;
    }

    private static long sumOf(long[] groups, LongUnaryOperator what) {
        return Arrays.stream(groups).map(what).sum();
    }

    /// Returns keys whose home is the first group of every table with 4096 groups or fewer.
    private static List<String> keysOfOneHome(int count) {
        var keys = new ArrayList<String>();
        for (int i = 0; keys.size() < count; i++) {
            String key = "user:" + i;
            if (CompactEngine.hash(PackedKey.head(key), PackedKey.tail(key)) >>> 52 == 0) {
                keys.add(key);
            }
        }
        return keys;
    }
}
