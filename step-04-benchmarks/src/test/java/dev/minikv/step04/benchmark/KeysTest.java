package dev.minikv.step04.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Checks what the benchmarks rely on: a hit is a hit, a miss is a miss, and the size does not drift.
@ParameterizedClass
@EnumSource(Keys.Kind.class)
class KeysTest {

    private static final int ENTRIES = 100;

    @Parameter
    private Keys.Kind kind;

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 40})
    void each_key_comes_once_a_round_and_is_as_long_as_asked_for(int chars) {
        var keys = new Keys(ENTRIES, chars, kind);

        List<String> all = new ArrayList<>(take(ENTRIES, keys::nextPresent));
        all.addAll(take(ENTRIES, keys::nextAbsent));

        assertThat(all).hasSize(2 * ENTRIES).doesNotHaveDuplicates().allMatch(key -> key.length() == chars);
        assertThat(take(ENTRIES, keys::nextPresent)).as("the next round").isEqualTo(all.subList(0, ENTRIES));
    }

    @Test
    void only_a_held_key_is_the_same_object_each_time() {
        var keys = new Keys(1, 12, kind);

        String first = keys.nextPresent();
        String second = keys.nextPresent();

        assertThat(second).isEqualTo(first);
        assertThat(second == first).isEqualTo(kind == Keys.Kind.HELD);
    }

    @Test
    void present_keys_are_stored_and_absent_keys_are_not() {
        var keys = new Keys(ENTRIES, 12, kind);
        Contender map = Contenders.ofStep("map");

        keys.fill(map);

        assertThat(take(ENTRIES, keys::nextPresent)).allMatch(key -> map.get(key) != null);
        assertThat(take(ENTRIES, keys::nextAbsent)).allMatch(key -> map.get(key) == null);
    }

    @Test
    void the_oldest_key_is_always_stored_and_the_newest_never() {
        var keys = new Keys(ENTRIES, 12, kind);
        Contender map = Contenders.ofStep("map");
        keys.fill(map);

        for (int i = 0; i < 5 * ENTRIES; i++) {
            assertThat(map.remove(keys.oldest())).as("removal %s", i).isNotNull();
            assertThat(map.put(keys.newest(), "value")).as("insertion %s", i).isNull();
        }
    }

    private static List<String> take(int count, Supplier<String> keys) {
        return Stream.generate(keys).limit(count).toList();
    }
}
