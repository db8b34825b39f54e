package dev.minikv.step04.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Checks that all contenders do the same: otherwise a comparison of their times would mean nothing.
class ContendersTest {

    @ParameterizedTest
    @ValueSource(strings = {"map", "1", "2", "3", "4"})
    void a_step_stores_finds_and_removes(String step) {
        assertThatItStoresFindsAndRemoves(Contenders.ofStep(step));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hash",
                "tree",
                "concurrent",
                "compact",
                "HashMap",
                "ConcurrentHashMap",
                "UnifiedMap",
                "Object2ObjectOpenHashMap",
                "Caffeine",
                "MVMap"
            })
    void an_engine_stores_finds_and_removes(String engine) {
        assertThatItStoresFindsAndRemoves(Contenders.ofEngine(engine));
    }

    @Test
    void an_unknown_name_is_refused() {
        assertThatThrownBy(() -> Contenders.ofStep("5")).hasMessage("there is no step 5");
        assertThatThrownBy(() -> Contenders.ofEngine("hsah")).hasMessage("there is no engine hsah");
    }

    private static void assertThatItStoresFindsAndRemoves(Contender contender) {
        assertThat(contender.get("key")).as("get, absent").isNull();
        assertThat(contender.put("key", "one")).as("put, absent").isNull();
        assertThat(contender.put("key", "two")).as("put, present").isEqualTo("one");
        assertThat(contender.get("key")).as("get, present").isEqualTo("two");
        assertThat(contender.remove("key")).as("remove, present").isEqualTo("two");
        assertThat(contender.remove("key")).as("remove, absent").isNull();
        assertThat(contender.get("key")).as("get, removed").isNull();
    }
}
