package dev.minikv.step04.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Promises of every engine beyond the contract of the store: its answers stay right while its table
/// grows, while it fills up with equal hash codes, and after deletions.
///
/// The contract tests use a few keys, and a few keys never leave the first table. Errors of a table
/// show when it is rebuilt, at its end, where keys want the same place, and where one of them has left
/// a gap.
@ParameterizedClass
@EnumSource(EngineKind.class)
@Timeout(value = 10, threadMode = SEPARATE_THREAD) // a search for a free place in a full table never ends
class EngineTest {

    private final Engine engine;

    EngineTest(EngineKind kind) {
        engine = kind.newEngine();
    }

    @Test
    void a_new_value_replaces_the_old_one_and_each_is_returned_once() {
        assertThat(engine.put("user", "Alice")).as("there was none").isNull();
        assertThat(engine.put("user", "Bob")).isEqualTo("Alice");
        assertThat(engine.size()).isEqualTo(1);

        assertThat(engine.remove("user")).isEqualTo("Bob");
        assertThat(engine.remove("user")).as("it is gone").isNull();
        assertThat(engine.size()).isZero();
    }

    @Test
    void keys_are_sorted_and_have_the_prefix() {
        List<String> keys = everyKindOfKey();
        keys.forEach(key -> engine.put(key, "value"));

        assertThat(engine.keys("")).isEqualTo(keys.stream().sorted().toList());
        for (String prefix : List.of("a", "key 1", "key 1999", "C#Aa", "\0", "\u00FF", "\uD83D", "none")) {
            List<String> expected =
                    keys.stream().filter(key -> key.startsWith(prefix)).sorted().toList();
            assertThat(engine.keys(prefix))
                    .as("keys that start with %s", prefix)
                    .isEqualTo(expected);
        }
    }

    @Test
    void the_list_of_keys_does_not_change_with_the_engine() {
        engine.put("user", "Alice");
        List<String> keys = engine.keys("");

        engine.put("city", "Paris");
        engine.remove("user");

        assertThat(keys).as("keys from before").containsExactly("user");
    }

    @Test
    void after_each_of_the_first_thousand_keys_all_of_them_are_there() {
        List<String> keys = plainKeys(1_000);
        for (int count = 1; count <= keys.size(); count++) {
            String last = keys.get(count - 1);
            assertThat(engine.put(last, valueOf(last))).as(last).isNull();
            assertHolds(keys.subList(0, count));
        }
    }

    @ParameterizedTest
    @MethodSource
    void a_table_of_any_size_can_be_filled_and_emptied_by_half_and_filled_again(int size) {
        List<String> keys = plainKeys(size);
        List<String> stay = keys.subList(0, size / 2);
        List<String> go = keys.subList(size / 2, size);

        keys.forEach(key -> engine.put(key, valueOf(key)));
        assertHolds(keys);
        assertLacks(plainKeys(size + 10).subList(size, size + 10));

        go.forEach(key -> assertThat(engine.remove(key)).isEqualTo(valueOf(key)));
        assertHolds(stay);
        assertLacks(go);

        go.forEach(key -> engine.put(key, valueOf(key)));
        assertHolds(keys);
    }

    /// Sizes around every power of two, and around the number of keys at which a table of that size may
    /// grow.
    static IntStream a_table_of_any_size_can_be_filled_and_emptied_by_half_and_filled_again() {
        return IntStream.iterate(1, power -> power <= 8192, power -> 2 * power)
                .flatMap(power -> IntStream.of(power, power * 5 / 8, power * 2 / 3, power * 3 / 4, power * 7 / 8))
                .flatMap(size -> IntStream.rangeClosed(size - 1, size + 1))
                .filter(size -> size >= 1 && size <= 5_000)
                .distinct()
                .sorted();
    }

    @Test
    void a_cleared_engine_is_as_good_as_a_new_one() {
        List<String> keys = everyKindOfKey();
        keys.forEach(key -> engine.put(key, "before"));

        engine.clear();
        assertHolds(List.of());
        assertLacks(keys);
        engine.clear(); // now there is nothing to clear

        keys.forEach(key -> assertThat(engine.put(key, valueOf(key))).as(key).isNull());
        assertHolds(keys);
    }

    @ParameterizedTest
    @MethodSource("crowds")
    void keys_with_equal_hash_codes_are_kept_apart(List<String> crowd) {
        List<String> keys = crowd.subList(1, crowd.size());

        keys.forEach(key -> assertThat(engine.put(key, valueOf(key))).as(key).isNull());

        assertHolds(keys);
        assertLacks(crowd.subList(0, 1));
        assertThat(engine.keys("")).isSorted();
    }

    /// Thousands of keys with the same hash code: short keys, and longer ones.
    static Stream<Arguments> crowds() {
        return Stream.of(
                argumentSet("2187 keys of 14 chars", crowd(7, "Aa", "BB", "C#")),
                argumentSet("4096 keys of 24 chars", crowd(12, "Aa", "BB")));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whichever_key_goes_the_others_stay(UnaryOperator<List<String>> order) {
        List<String> keys = Stream.concat(plainKeys(200).stream(), crowd(5, "Aa", "BB", "C#").stream())
                .toList();
        keys.forEach(key -> engine.put(key, valueOf(key)));

        var rest = new ArrayList<>(keys);
        for (String key : order.apply(keys)) {
            assertThat(engine.remove(key)).isEqualTo(valueOf(key));
            rest.remove(key);
            assertHolds(rest);
            assertLacks(List.of(key));
        }
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                order("the oldest first", keys -> keys),
                order("the newest first", List::reversed),
                order(
                        "every third",
                        keys -> Stream.of(0, 1, 2)
                                .flatMap(start -> IntStream.iterate(start, i -> i < keys.size(), i -> i + 3)
                                        .mapToObj(keys::get))
                                .toList()),
                order("in random order", keys -> {
                    var shuffled = new ArrayList<>(keys);
                    Collections.shuffle(shuffled, new Random(1));
                    return shuffled;
                }));
    }

    private static Arguments order(String name, UnaryOperator<List<String>> order) {
        return argumentSet(name, order);
    }

    /// A table that only leaves tombstones would soon have no place without one.
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 6, 7, 8, 11, 12, 13, 14, 100})
    void keys_that_come_and_go_leave_nothing_behind(int maxKeys) {
        List<String> keys = plainKeys(5_000);
        for (int i = 0; i < keys.size(); i++) {
            engine.put(keys.get(i), valueOf(keys.get(i)));
            if (i >= maxKeys) {
                assertThat(engine.remove(keys.get(i - maxKeys))).isEqualTo(valueOf(keys.get(i - maxKeys)));
            }
            assertThat(engine.get("never there")).isNull();
        }

        assertHolds(keys.subList(keys.size() - maxKeys, keys.size()));
    }

    /// Checks that these keys are in the engine, each with its value, and no others.
    private void assertHolds(List<String> keys) {
        assertThat(engine.size()).isEqualTo(keys.size());
        assertThat(keys.stream().filter(key -> !valueOf(key).equals(engine.get(new String(key)))))
                .as("keys without their values, of %s", keys.size())
                .isEmpty();
    }

    private void assertLacks(List<String> keys) {
        assertThat(keys.stream().filter(key -> engine.get(key) != null))
                .as("keys that should be absent")
                .isEmpty();
    }

    private static String valueOf(String key) {
        return key + "=";
    }

    /// Returns this number of keys, one in four of them longer than the others: an engine may treat
    /// those differently.
    private static List<String> plainKeys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 4 == 0 ? "a key with more chars: " + i : "key " + i)
                .toList();
    }

    /// Returns all strings of `length` of these blocks, which must have the same hash code.
    private static List<String> crowd(int length, String... blocks) {
        List<String> crowd = List.of("");
        for (int i = 0; i < length; i++) {
            crowd = crowd.stream()
                    .flatMap(start -> Stream.of(blocks).map(start::concat))
                    .toList();
        }
        assertThat(crowd.stream().mapToInt(String::hashCode).distinct().count()).isEqualTo(1);
        return crowd;
    }

    private static List<String> everyKindOfKey() {
        List<String> corners = List.of(
                "",
                "\0",
                "a",
                "a\0",
                "\u00E1",
                "\u0161",
                "\u00FF",
                "\uFFFF",
                "\u6F22",
                "\uD83D",
                "\uDE00",
                "\uD83D\uDE00");
        return Stream.of(corners, plainKeys(2_000), crowd(5, "Aa", "BB", "C#"))
                .flatMap(List::stream)
                .toList();
    }
}
