package dev.minikv.step04.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Errors that only this engine can make: with keys outside their home group, and with keys that spill.
/// Equal hash codes of strings, as in [EngineTest], cause neither, so these tests search for keys with
/// the same home.
class CompactEngineTest {

    private static final int SLOTS_IN_REACH = 7 * 8;

    private static final int MORE_THAN_A_BYTE_COUNTS = 400;

    private final CompactEngine engine = new CompactEngine();
    private final List<String> flood = keysOfOneHome(MORE_THAN_A_BYTE_COUNTS);

    @Test
    void keys_with_one_home_are_all_found_and_overwritten() {
        flood.forEach(key -> assertThat(engine.put(key, "1 " + key)).as(key).isNull());
        flood.forEach(key -> assertThat(engine.get(key)).isEqualTo("1 " + key));
        flood.forEach(key -> assertThat(engine.put(key, "2 " + key)).isEqualTo("1 " + key));
        flood.forEach(key -> assertThat(engine.get(key)).isEqualTo("2 " + key));

        assertThat(engine.size()).isEqualTo(flood.size());
        assertThat(engine.keys("")).isEqualTo(flood.stream().sorted().toList());
    }

    @Test
    void keys_with_one_home_can_be_removed_in_any_order_and_stored_again() {
        var random = new Random(4);
        for (int round = 0; round < 3; round++) {
            flood.forEach(key -> engine.put(key, key));
            Collections.shuffle(flood, random);
            flood.forEach(key -> assertThat(engine.remove(key)).isEqualTo(key));
            flood.forEach(key -> assertThat(engine.get(key)).as(key).isNull());

            assertThat(engine.size()).as("after round %s", round).isZero();
        }
    }

    @ParameterizedTest(name = "{0} keys with one home")
    @ValueSource(ints = {8, 9, 14, 15, SLOTS_IN_REACH, SLOTS_IN_REACH + 1, SLOTS_IN_REACH + 20})
    void a_freed_slot_does_not_hide_the_keys_that_passed_it(int count) {
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

    @ParameterizedTest(name = "{0} keys with one home")
    @ValueSource(ints = {7, 8, SLOTS_IN_REACH, SLOTS_IN_REACH + 20})
    void removing_all_keys_takes_all_overflow_counts_back_to_zero(int count) {
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
    void all_keys_are_found_while_the_table_grows_around_spilled_ones() {
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
    void a_full_table_has_the_shares_that_the_essay_gives() {
        var random = new Random(4);
        long[] full = engine.groups;
        while (full.length < 20_000 || engine.groups == full) {
            full = engine.groups;
            engine.put(Long.toString(random.nextLong(), 36).substring(0, 8), "value");
        }
        int keys = engine.size() - 1; // the last key has made the table grow
        long settled = sumOf(full, CompactEngineTest::used);

        assertThat(settled / (7.0 * full.length)).as("used slots").isCloseTo(0.75, within(0.001));
        assertThat(sumOf(full, group -> overflow(group) == 0 ? 0 : 1) / (double) full.length)
                .as("groups that keys have passed")
                .isCloseTo(0.24, within(0.01));
        assertThat(keys - settled).as("spilled keys").isBetween(1L, keys / 1_000L);
    }

    @Test
    void keys_with_one_home_and_one_tag_cost_a_miss_what_the_essay_says() {
        List<String> alike = keys(hash -> hash >>> 58 == 0 && (hash >>> 32 & 0x7F) == 0, 200);

        alike.forEach(key -> engine.put(key, key));

        assertThat(sumOf(engine.groups, CompactEngineTest::used))
                .as("keys that it compares in vain before it asks the HashMap")
                .isEqualTo(56);
        assertThat(alike).allMatch(key -> key.equals(engine.get(key)));
    }

    @Test
    void an_overflow_count_that_reached_255_stays_there_until_the_table_grows() {
        flood.forEach(key -> engine.put(key, key));
        flood.forEach(engine::remove);
        assertThat(sumOf(engine.groups, group -> overflow(group) == 255 ? 1 : 0))
                .as("its home and the seven beyond")
                .isEqualTo(8);

        for (int i = 0; i < 100; i++) {
            engine.put("user:" + i, "value");
        }

        assertThat(sumOf(engine.groups, group -> overflow(group) == 255 ? 1 : 0))
                .isZero();
    }

    @Nested
    class The_hash {

        private static final int TEXTS = 2_000;

        /// Keys of letters and digits have bits that are always the same: the other bits must suffice.
        @ParameterizedTest(name = "of keys such as {0}")
        @ValueSource(strings = {"aaaaaaaaaaaaaaa", "aaaaaaaaaaaa", "aaaaaaaa", "user:0000", "00000000000000", "aaaa"})
        void changes_each_bit_of_home_and_tag_with_even_odds_for_each_bit_of_a_key(String shape) {
            var random = new Random(4);
            long[] heads = new long[TEXTS];
            long[] tails = new long[TEXTS];
            for (int i = 0; i < TEXTS; i++) {
                String key = textLike(shape, random);
                heads[i] = PackedKey.head(key);
                tails[i] = PackedKey.tail(key);
            }
            var uneven = new ArrayList<String>();
            for (int in = 0; in < 128; in++) {
                long inHead = in < 64 ? 1L << in : 0;
                long inTail = in < 64 ? 0 : 1L << in;
                int[] flips = new int[64];
                for (int i = 0; i < TEXTS; i++) {
                    long change = hash(heads[i], tails[i]) ^ hash(heads[i] ^ inHead, tails[i] ^ inTail);
                    for (int out = 0; out < 64; out++) {
                        flips[out] += (int) (change >>> out & 1);
                    }
                }
                for (int out = 32; out < 64; out++) { // the upper half has home and tag
                    if (Math.abs(flips[out] - TEXTS / 2) > TEXTS / 8) {
                        uneven.add("bit %s of the key, bit %s of the hash: %s".formatted(in, out, flips[out]));
                    }
                }
            }
            assertThat(uneven).as("far from even odds, of %s", TEXTS).isEmpty();
        }

        @Test
        void distinguishes_keys_that_differ_in_the_first_char_and_the_ninth() {
            assertThat(Stream.of("t:ordersf", "h:ordersZ", "P:ordersR").map(key -> hash(key)))
                    .doesNotHaveDuplicates();
        }

        @Test
        void loses_none_of_the_letters_at_both_ends() {
            int[] halves = IntStream.range(0, 26 * 26 * 26 * 26)
                    .mapToObj(i -> letter(i) + letter(i / 26) + ":user:" + letter(i / 676) + letter(i / 17_576))
                    .mapToInt(key -> (int) (hash(key) >>> 32))
                    .toArray();

            assertThat(Arrays.stream(halves).distinct().count())
                    .as("different upper halves")
                    .isGreaterThan(halves.length - 100);
            assertThat(Arrays.stream(halves).map(half -> half & 0x7F).distinct().count())
                    .as("different tags")
                    .isEqualTo(128);
        }

        @Test
        void loses_none_of_any_three_chars() {
            for (int one = 0; one < 15; one++) {
                for (int two = 0; two < one; two++) {
                    for (int three = 0; three < two; three++) {
                        var hashes = new HashSet<Long>();
                        for (int i = 0; i < 1000; i++) {
                            var key = new StringBuilder("account:1234567");
                            key.setCharAt(one, (char) ('0' + i % 10));
                            key.setCharAt(two, (char) ('0' + i / 10 % 10));
                            key.setCharAt(three, (char) ('0' + i / 100));
                            hashes.add(hash(key.toString()) >>> 32);
                        }
                        assertThat(hashes)
                                .as("upper halves, with digits at %s, %s and %s", one, two, three)
                                .hasSizeGreaterThan(997);
                    }
                }
            }
        }

        private static String textLike(String shape, Random random) {
            var text = new StringBuilder();
            for (char c : shape.toCharArray()) {
                text.append(
                        switch (c) {
                            case 'a' -> (char) ('a' + random.nextInt(26));
                            case '0' -> (char) ('0' + random.nextInt(10));
                            default -> c;
                        });
            }
            return text.toString();
        }

        private static String letter(int number) {
            return Character.toString('a' + number % 26);
        }
    }

    private static long hash(String key) {
        return hash(PackedKey.head(key), PackedKey.tail(key));
    }

    private static long hash(long head, long tail) {
        return CompactEngine.hash(head, tail);
    }

    private static long overflow(long group) {
        return group >>> 56;
    }

    private static int used(long group) {
        return Long.bitCount(group & 0x80_8080_8080_8080L);
    }

    private static long sumOf(long[] groups, LongUnaryOperator what) {
        return Arrays.stream(groups).map(what).sum();
    }

    /// Returns keys whose home is the first group of every table with 4096 groups or fewer.
    private static List<String> keysOfOneHome(int count) {
        return keys(hash -> hash >>> 52 == 0, count);
    }

    private static List<String> keys(LongPredicate hasHash, int count) {
        var keys = new ArrayList<String>();
        for (int i = 0; keys.size() < count; i++) {
            String key = "user:" + i;
            if (hasHash.test(hash(key))) {
                keys.add(key);
            }
        }
        return keys;
    }
}
