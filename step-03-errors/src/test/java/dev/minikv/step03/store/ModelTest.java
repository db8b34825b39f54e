package dev.minikv.step03.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Model test: applies long random sequences of operations to a store and to a model of it, whose
/// answers must be the same.
///
/// It finds bugs that nobody thought of: the sequences are random, and the model, [LogStore], knows
/// the right answers. Where the two differ, [Shrinker] finds the few operations that matter. With
/// `-Dseed=` and a number, the test tries that one sequence.
class ModelTest {

    @Test
    void whatever_is_done_the_store_answers_as_its_model_does() {
        String seed = System.getProperty("seed");
        LongStream seeds = seed == null ? buildSeeds() : LongStream.of(Long.parseLong(seed));

        ModelComparison.compare(MiniKvStore::new, seeds);
    }

    @Test
    void a_bug_is_reported_in_the_fewest_operations_that_show_it() {
        assertThatThrownBy(() -> ModelComparison.compare(ForgetfulStore::new, buildSeeds()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        The store differs from its model. Seed 4, shrunk from 200 operations to 4:

                        operation          expected                    got
                        set("a", "x")      Success(Optional.empty())   Success(Optional.empty())
                        get("a")           Optional.of("x")            Optional.of("x")
                        clear()            1                           1
                        get("a")           Optional.empty()            Optional.of("x")

                        To reproduce: ./workbook test 3 ModelTest -Dseed=4""");
    }

    @Test
    void an_exception_is_an_answer_too_and_a_wrong_one() {
        assertThatThrownBy(() -> ModelComparison.compare(ThrowingStore::new, buildSeeds()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        The store differs from its model. Seed 1, shrunk from 200 operations to 1:

                        operation          expected                    got
                        get("")            Optional.empty()            throws IllegalArgumentException: no key

                        To reproduce: ./workbook test 3 ModelTest -Dseed=1""");
    }

    @Test
    void limits_are_met_by_chance_too() {
        assertThatThrownBy(() -> ModelComparison.compare(StubbornStore::new, buildSeeds()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        The store differs from its model. Seed 1, shrunk from 200 operations to 4:

                        operation          expected                    got
                        set("b", "x")      Success(Optional.empty())   Success(Optional.empty())
                        set("", "x")       Success(Optional.empty())   Success(Optional.empty())
                        set("a", "x")      Success(Optional.empty())   Success(Optional.empty())
                        set("a", "x")      Success(Optional.of("x"))   Failure(StoreFull[maxEntries=3])

                        To reproduce: ./workbook test 3 ModelTest -Dseed=1""");
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
