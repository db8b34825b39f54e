package dev.minikv.step04.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineKindTest {

    @ParameterizedTest
    @EnumSource
    void the_name_of_an_engine_finds_it(EngineKind kind) {
        assertThat(EngineKind.of(kind.word())).hasValue(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hash", "HASH", " hash", "has", "hashes", "hash,tree", "b-tree"})
    void other_names_find_none(String word) {
        assertThat(EngineKind.of(word)).isEmpty();
    }

    @Test
    void all_names_are_listed_once_in_the_order_of_the_engines() {
        assertThat(EngineKind.words()).containsExactly("hash", "tree", "concurrent", "compact");
    }

    @Test
    void each_engine_has_a_description_of_its_own() {
        assertThat(EngineKind.values())
                .extracting(EngineKind::description)
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void each_new_engine_is_another_object_and_empty(EngineKind kind) {
        Engine used = kind.newEngine();
        used.put("user", "Alice");

        Engine engine = kind.newEngine();

        assertThat(engine.size()).isZero();
        assertThat(engine.get("user")).isNull();
    }
}
