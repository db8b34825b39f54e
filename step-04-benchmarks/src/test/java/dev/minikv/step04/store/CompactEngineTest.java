package dev.minikv.step04.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What only this engine can get wrong: strays, which keys of equal hash codes in a [HashMap] do not
/// make. Keys for one home are found by trying.
class CompactEngineTest {

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

            assertThat(engine.size()).as("after round %d", round).isZero();
        }
    }

    @Test
    void a_slot_that_became_free_does_not_hide_the_strays_of_its_home() {
        List<String> nine = flood.subList(0, 9);
        nine.forEach(key -> engine.put(key, "before"));

        engine.remove(nine.getFirst());

        assertThat(engine.put(nine.getLast(), "after"))
                .as("a stray, put again while its home has room")
                .isEqualTo("before");
        assertThat(engine.size()).isEqualTo(8);
        assertThat(engine.remove(nine.getLast())).isEqualTo("after");
        assertThat(engine.get(nine.getLast())).as("not in two places").isNull();
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
