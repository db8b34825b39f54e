package dev.minikv.step02.exercise3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.minikv.step02.store.KeyValueStore;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Tests of a key-value store at its boundaries: the keys and values that it may get wrong.
public interface BoundaryTests {

    /// Returns a new, empty store.
    KeyValueStore newStore();

    @Test
    default void any_value_comes_back() {
        for (String value : List.of("Alice", "", "two words")) {
            KeyValueStore store = newStore();

            store.set("key", value);

            assertThat(store.get("key")).hasValue(value);
        }
    }

    @Test
    default void keys_that_look_alike_are_two() {
        for (List<String> keys : List.of(List.of("name", "city"), List.of("a", "b"))) {
            KeyValueStore store = newStore();

            store.set(keys.getFirst(), "first");
            store.set(keys.getLast(), "second");

            assertThat(store.get(keys.getFirst())).hasValue("first");
            assertThat(store.get(keys.getLast())).hasValue("second");
        }
    }

    @Test
    default void null_is_rejected() {
        List<Consumer<KeyValueStore>> calls = List.of(store -> store.set(null, "value"), store -> store.get(null));
        for (Consumer<KeyValueStore> call : calls) {
            KeyValueStore store = newStore();

            assertThatNullPointerException().isThrownBy(() -> call.accept(store));
        }
    }
}
