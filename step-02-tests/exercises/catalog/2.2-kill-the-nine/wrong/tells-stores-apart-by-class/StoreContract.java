package dev.minikv.step02.exercise2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step02.store.KeyValueStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every key-value store must do, whatever it is made of.
interface StoreContract {

    /// The kinds of stores so far.
    Set<List<Object>> KINDS = new HashSet<>();

    /// Returns a new, empty store: the store under test.
    KeyValueStore newStore();

    @Test
    default void the_first_three_kinds_are_correct() {
        KeyValueStore store = newStore();
        KINDS.add(List.of(store.getClass(), store.hashCode(), store.toString()));

        assertThat(KINDS).hasSizeLessThanOrEqualTo(3);
    }
}
