package dev.minikv.step04.store;

import static dev.minikv.step04.store.ModelComparison.OVER_FEW_KEYS;
import static dev.minikv.step04.store.ModelComparison.OVER_MANY_KEYS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Model test: applies long random sequences of operations to a store and to a model of it, whose
/// answers must be the same.
///
/// It finds bugs that nobody thought of: the sequences are random, and the model, [LogStore], knows the
/// right answers. Where the two differ, [Shrinker] finds the few operations that matter. On each engine,
/// the build tries the same 100 sequences over few keys and 100 over many. `-Dseeds=4000` tries 4,000 of
/// each, which are 12 million operations per engine. `-Dseed=` and a number repeats one sequence.
class ModelTest {

    @ParameterizedTest
    @EnumSource
    void whatever_is_done_the_store_answers_as_its_model_does(EngineKind kind) {
        OVER_FEW_KEYS.compare(limits -> new MiniKvStore(kind, limits), seeds());
    }

    @ParameterizedTest
    @EnumSource
    void however_many_keys_there_are_the_store_answers_as_its_model_does(EngineKind kind) {
        OVER_MANY_KEYS.compare(limits -> new MiniKvStore(kind, limits), seeds());
    }

    @Test
    void the_model_for_many_keys_answers_as_the_model_for_few_does() {
        OVER_FEW_KEYS.compare(TreeStore::new, seeds());
    }

    @ParameterizedTest
    @MethodSource
    void keys_that_a_store_confuses_are_found(UnaryOperator<String> mixUp) {
        assertThatThrownBy(() -> OVER_MANY_KEYS.compare(limits -> new MixingStore(mixUp, limits), buildSeeds()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("shrunk from 3000 operations to 2");
    }

    static Stream<Arguments> keys_that_a_store_confuses_are_found() {
        return Stream.of(
                mixUp("by their hash codes", key -> Integer.toString(key.hashCode())),
                mixUp("after char 8", key -> key.substring(0, Math.min(8, key.length()))),
                mixUp("after char 15", key -> key.substring(0, Math.min(15, key.length()))),
                mixUp("after char 16", key -> key.substring(0, Math.min(16, key.length()))),
                mixUp("with U+0000 at their ends", key -> key.replaceFirst("\0+$", "")),
                mixUp("that have one low byte", key -> eachChar(key, c -> c & 0xFF)),
                mixUp("that have one byte with a sign", key -> eachChar(key, c -> c < 256 ? (byte) c : c)),
                mixUp("that are not Latin-1", key -> eachChar(key, c -> c < 256 ? c : '?')),
                mixUp("with halves of surrogate pairs", key -> new String(key.getBytes(UTF_8), UTF_8)));
    }

    private static Arguments mixUp(String name, UnaryOperator<String> mixUp) {
        return argumentSet(name, mixUp);
    }

    private static String eachChar(String text, IntUnaryOperator change) {
        return text.chars().map(change).mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining());
    }

    @Test
    void a_bug_is_found_and_reported_in_as_few_operations_as_show_it() {
        assertThatThrownBy(() -> OVER_FEW_KEYS.compare(ForgetfulStore::new, buildSeeds()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        The store differs from its model. Seed 4, shrunk from 200 operations to 4:

                        operation          expected                    got
                        set("a", "x")      Success(Optional.empty())   Success(Optional.empty())
                        get("a")           Optional.of("x")            Optional.of("x")
                        clear()            1                           1
                        get("a")           Optional.empty()            Optional.of("x")

                        To reproduce: ./workbook test 4 ModelTest -Dseed=4""");
    }

    @Test
    void an_exception_is_an_answer_too_and_a_wrong_one() {
        assertThatThrownBy(() -> OVER_FEW_KEYS.compare(ThrowingStore::new, buildSeeds()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        The store differs from its model. Seed 1, shrunk from 200 operations to 1:

                        operation          expected                    got
                        get("")            Optional.empty()            throws IllegalArgumentException: no key

                        To reproduce: ./workbook test 4 ModelTest -Dseed=1""");
    }

    @Test
    void limits_are_met_by_chance_too() {
        assertThatThrownBy(() -> OVER_FEW_KEYS.compare(StubbornStore::new, buildSeeds()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        The store differs from its model. Seed 1, shrunk from 200 operations to 4:

                        operation          expected                    got
                        set("b", "x")      Success(Optional.empty())   Success(Optional.empty())
                        set("", "x")       Success(Optional.empty())   Success(Optional.empty())
                        set("a", "x")      Success(Optional.empty())   Success(Optional.empty())
                        set("a", "x")      Success(Optional.of("x"))   Failure(StoreFull[maxEntries=3])

                        To reproduce: ./workbook test 4 ModelTest -Dseed=1""");
    }

    private static LongStream seeds() {
        String seed = System.getProperty("seed");
        if (seed != null) {
            return LongStream.of(Long.parseLong(seed));
        }
        return Integer.getInteger("seeds") == null
                ? buildSeeds()
                : LongStream.rangeClosed(1, Integer.getInteger("seeds"));
    }

    /// Always the same seeds: the same code must not be green today and red tomorrow.
    private static LongStream buildSeeds() {
        return LongStream.rangeClosed(1, 100);
    }

    /// A store with a bug: it caches the answer of the last `get`, and neither `delete` nor `clear` drops it.
    private static final class ForgetfulStore extends TreeStore {

        private String lastKey;
        private Optional<String> lastAnswer;

        ForgetfulStore(Limits limits) {
            super(limits);
        }

        @Override
        public Result<Optional<String>, StoreError> set(String key, String value) {
            lastKey = null;
            return super.set(key, value);
        }

        @Override
        public Optional<String> get(String key) {
            if (!key.equals(lastKey)) {
                lastAnswer = super.get(key);
                lastKey = key;
            }
            return lastAnswer;
        }
    }

    /// A store with a bug: when it is full, it does not even replace a value.
    private static final class StubbornStore extends TreeStore {

        private final Limits limits;

        StubbornStore(Limits limits) {
            super(limits);
            this.limits = limits;
        }

        @Override
        public Result<Optional<String>, StoreError> set(String key, String value) {
            return count() < limits.maxEntries()
                    ? super.set(key, value)
                    : new Result.Failure<>(new StoreError.StoreFull(limits.maxEntries()));
        }
    }

    /// A store with a bug: it keeps too little of a key to distinguish it from others.
    private static final class MixingStore extends TreeStore {

        private final UnaryOperator<String> mixUp;

        MixingStore(UnaryOperator<String> mixUp, Limits limits) {
            super(limits);
            this.mixUp = mixUp;
        }

        @Override
        public Result<Optional<String>, StoreError> set(String key, String value) {
            return super.set(mixUp.apply(key), value);
        }

        @Override
        public Optional<String> get(String key) {
            return super.get(mixUp.apply(key));
        }

        @Override
        public boolean contains(String key) {
            return super.contains(mixUp.apply(key));
        }

        @Override
        public Optional<String> delete(String key) {
            return super.delete(mixUp.apply(key));
        }
    }

    /// A store with a bug: it throws where it should answer.
    private static final class ThrowingStore extends TreeStore {

        ThrowingStore(Limits limits) {
            super(limits);
        }

        @Override
        public Optional<String> get(String key) {
            if (key.isEmpty()) {
                throw new IllegalArgumentException("no key");
            }
            return super.get(key);
        }
    }
}
