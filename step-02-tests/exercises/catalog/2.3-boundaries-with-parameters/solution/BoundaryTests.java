package dev.minikv.step02.exercise3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Named.named;

import dev.minikv.step02.store.KeyValueStore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests of a key-value store at its boundaries: the keys and values that it may get wrong.
public interface BoundaryTests {

    /// Returns a new, empty store.
    KeyValueStore newStore();

    @ParameterizedTest
    @EmptySource
    @ValueSource(strings = {"Alice", " before", "after ", "two\nlines", "☕"})
    @MethodSource("longValues")
    default void any_value_comes_back(String value) {
        KeyValueStore store = newStore();

        store.set("key", value);

        assertThat(store.get("key")).hasValue(value);
    }

    static Stream<String> longValues() {
        return Stream.of("x".repeat(1000));
    }

    @ParameterizedTest
    @CsvSource({"name, Name", "name, ' name'", "name, 'name '", "'', name"})
    default void keys_that_look_alike_are_two(String one, String other) {
        KeyValueStore store = newStore();

        store.set(one, "first");
        store.set(other, "second");

        assertThat(store.get(one)).hasValue("first");
        assertThat(store.get(other)).hasValue("second");
    }

    @ParameterizedTest
    @MethodSource("callsWithNull")
    default void null_is_rejected(Consumer<KeyValueStore> call) {
        KeyValueStore store = newStore();

        assertThatNullPointerException().isThrownBy(() -> call.accept(store));
    }

    static Stream<Named<Consumer<KeyValueStore>>> callsWithNull() {
        return Stream.of(
                named("set, as the key", store -> store.set(null, "value")),
                named("set, as the value", store -> store.set("key", null)),
                named("get", store -> store.get(null)),
                named("delete", store -> store.delete(null)));
    }
}
