package dev.minikv.step02.exercise1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step02.store.KeyValueStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Three tests of a key-value store. The name of each is a promise.
///
/// This is an interface, so that the tests can be run on any store: an implementation says on which.
public interface FirstTests {

    /// Returns a new, empty store.
    KeyValueStore newStore();

    @Test
    default void set_replaces_the_value() {
        KeyValueStore store = newStore();
        store.set("name", "Alice");

        store.set("name", "Bob");

        assertThat(store.get("name")).hasValue("Bob");
    }

    @Test
    default void get_of_an_absent_key_is_empty() {
        KeyValueStore store = newStore();

        assertThat(store.get("name")).isEmpty();
    }

    @Test
    default void delete_returns_the_value() {
        KeyValueStore store = newStore();
        store.set("name", "Alice");

        Optional<String> deleted = store.delete("name");

        assertThat(deleted).containsSame("Alice");
    }
}
