package dev.minikv.step04.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.minikv.step04.store.Result.Success;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Boundary tests: the keys and values at the edges, where code that works for "user" goes wrong.
///
/// Edge cases come in groups, so each test is parameterised: the method says once what must hold,
/// and its source lists the strings it must hold for. Another edge case is another line. The class is
/// parameterised too, by the engine: code that finds keys in another way has other edge cases.
@ParameterizedClass
@EnumSource(EngineKind.class)
class BoundaryTest {

    private final MiniKvStore store;

    BoundaryTest(EngineKind kind) {
        store = new MiniKvStore(kind, new Limits(1_000_000, 1_000_000, 1_000));
    }

    static Stream<Arguments> strings() {
        return Stream.of(
                argumentSet("empty", ""),
                argumentSet("a blank", " "),
                argumentSet("a line feed", "\n"),
                argumentSet("U+0000", "\0"),
                argumentSet("an emoji, which is a pair of surrogates", "\uD83D\uDE00"),
                argumentSet("half of such a pair", "\uD83D"));
    }

    @ParameterizedTest
    @MethodSource("strings")
    void any_string_is_a_value(String value) {
        store.set("user", value);

        assertThat(store.get("user")).hasValue(value);
    }

    @ParameterizedTest
    @MethodSource("strings")
    void any_string_is_a_key(String key) {
        store.set(key, "Alice");

        assertThat(store.get(key)).hasValue("Alice");
    }

    @ParameterizedTest
    @MethodSource("strings")
    void any_string_can_be_deleted(String key) {
        store.set(key, "Alice");

        assertThat(store.delete(key)).hasValue("Alice");
        assertThat(store.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 1_000_000}) // 65,535 is the most that 16 bits can count
    void a_long_string_is_a_key_and_a_value(int length) {
        String text = "x".repeat(length);
        store.set(text, text);

        boolean same = store.get(text).equals(Optional.of(text));

        // Not hasValue, which would print both.
        assertThat(same).as("the value came back unchanged").isTrue();
    }

    @ParameterizedTest
    @MethodSource("strings")
    void any_string_is_a_prefix(String prefix) {
        store.set(prefix + "user", "Alice");

        assertThat(store.keys(prefix)).containsExactly(prefix + "user");
    }

    @Test
    void keys_are_in_the_order_of_their_chars() {
        // U+FF5E is before U+1F600 as a code point, and after its first surrogate as a char.
        List<String> keys = List.of("", " ", "10", "9", "User", "user", "user ", "\uD83D\uDE00", "\uFF5E");
        keys.reversed().forEach(key -> store.set(key, "Alice"));

        assertThat(store.keys("")).isEqualTo(keys);
    }

    @Test
    void a_prefix_is_exact() {
        store.set("user", "Alice");

        assertThat(store.keys("User")).as("another case").isEmpty();
        assertThat(store.keys("users")).as("longer than the key").isEmpty();
        assertThat(store.keys("u.*")).as("no pattern").isEmpty();
        assertThat(store.keys("user")).as("the key itself").containsExactly("user");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "upper and lower case,      user,      User",
        "a blank at the end,        user,      'user '",
        "a single blank,            '',        ' '",
        "Unicode normalisation,     caf\u00E9, cafe\u0301", // the same to the eye
        "all but their hash codes,  Aa,        BB"
    })
    void keys_that_differ_are_two_keys(String difference, String key, String other) {
        store.set(key, "Alice");
        store.set(other, "Bob");

        assertThat(store.get(key)).as("keys that differ in %s", difference).hasValue("Alice");
        assertThat(store.get(other)).as("keys that differ in %s", difference).hasValue("Bob");
    }

    @ParameterizedTest
    @MethodSource("strings")
    void equal_strings_are_one_key_even_as_two_objects(String key) {
        store.set(key, "Alice");

        String equal = new String(key); // another object: == would tell the two apart

        assertThat(store.get(equal)).hasValue("Alice");
        assertThat(store.set(equal, "Bob")).isEqualTo(new Success<>(Optional.of("Alice")));
        assertThat(store.count()).isEqualTo(1);
    }

    static Stream<Arguments> callsWithNull() {
        return Stream.of(
                call("set a null key", store -> store.set(null, "Bob"), "key"),
                call("set a new key to null", store -> store.set("city", null), "value"),
                call("set a present key to null", store -> store.set("user", null), "value"),
                call("get a null key", store -> store.get(null), "key"),
                call("ask for a null key", store -> store.contains(null), "key"),
                call("delete a null key", store -> store.delete(null), "key"),
                call("list a null prefix", store -> store.keys(null), "prefix"));
    }

    private static Arguments call(String name, Consumer<KeyValueStore> call, String blamed) {
        return argumentSet(name, call, blamed);
    }

    @ParameterizedTest
    @MethodSource("callsWithNull")
    void null_is_rejected_by_name_and_changes_nothing(Consumer<KeyValueStore> call, String blamed) {
        store.set("user", "Alice");

        assertThatThrownBy(() -> call.accept(store))
                .isInstanceOf(NullPointerException.class)
                .hasMessage(blamed);

        assertThat(store.get("user")).as("the value from before").hasValue("Alice");
        assertThat(store.count()).as("keys, as before").isEqualTo(1);
    }
}
