package dev.minikv.step02.exercise1;

import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.step02.store.MiniKvStore;
import dev.minikv.workbook.judge.Judge;
import dev.minikv.workbook.judge.Judgement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The learner's tests, and what they say of stores that are right and of stores that are wrong.
final class JudgedSuite {

    private static final List<String> TESTS =
            List.of("set_replaces_the_value", "get_of_an_absent_key_is_empty", "delete_returns_the_value");

    private static volatile Supplier<KeyValueStore> stores = MiniKvStore::new;

    private final Map<Stores.Correct, List<Judgement>> onCorrect = new LinkedHashMap<>();
    private final Map<Stores.Buggy, List<Judgement>> onBuggy = new LinkedHashMap<>();

    /// Runs the tests on every store.
    JudgedSuite() {
        Stores.correct().forEach(store -> onCorrect.put(store, runOn(store.create())));
        Stores.buggy().forEach(store -> onBuggy.put(store, runOn(store.create())));
    }

    /// Returns which of the three tests did not run.
    List<String> missing() {
        return TESTS.stream()
                .filter(test -> onCorrect.values().stream()
                        .anyMatch(results -> of(test, results).isEmpty()))
                .toList();
    }

    /// Returns the first test that fails on a correct store, and what it says; nothing if none
    /// does.
    List<String> falseAlarms() {
        return onCorrect.entrySet().stream()
                .flatMap(store -> store.getValue().stream()
                        .filter(result -> !result.passed())
                        .map(result -> "%s on %s: %s"
                                .formatted(result.test(), store.getKey().name(), result.complaint(FirstTests.class))))
                .limit(1)
                .toList();
    }

    /// Returns what is wrong with the stores that a test should fail on and does not. Of a test
    /// that fails on a correct store too, no failure counts.
    List<String> buggyStoresThatPass(String test) {
        boolean falseAlarm = onCorrect.values().stream().anyMatch(results -> fails(test, results));
        return onBuggy.keySet().stream()
                .filter(store -> store.test().equals(test))
                .filter(store -> falseAlarm || !fails(test, onBuggy.get(store)))
                .map(Stores.Buggy::misconception)
                .toList();
    }

    private static boolean fails(String test, List<Judgement> results) {
        return of(test, results).stream().anyMatch(result -> !result.passed());
    }

    private static List<Judgement> of(String test, List<Judgement> results) {
        return results.stream().filter(result -> result.test().equals(test)).toList();
    }

    private static List<Judgement> runOn(Supplier<KeyValueStore> create) {
        stores = create;
        return Judge.run(OnTheStoreOfTheMoment.class);
    }

    /// The learner's tests as JUnit runs them.
    static final class OnTheStoreOfTheMoment implements FirstTests {

        @Override
        public KeyValueStore newStore() {
            return new Disguise(stores.get());
        }
    }

    /// What every store looks like to the tests: they cannot tell one from another by its class.
    private static final class Disguise implements KeyValueStore {

        private final KeyValueStore store;

        Disguise(KeyValueStore store) {
            this.store = store;
        }

        @Override
        public Optional<String> set(String key, String value) {
            return store.set(key, value);
        }

        @Override
        public Optional<String> get(String key) {
            return store.get(key);
        }

        @Override
        public Optional<String> delete(String key) {
            return store.delete(key);
        }

        @Override
        public int count() {
            return store.count();
        }
    }
}
