package dev.minikv.step02.exercise1;

import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.step02.store.MiniKvStore;
import dev.minikv.workbook.judge.Judge;
import dev.minikv.workbook.judge.Judgement;
import dev.minikv.workbook.judge.KillMatrix;
import dev.minikv.workbook.judge.SuiteRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The learner's tests, and their verdicts on correct and on buggy stores.
final class JudgedSuite {

    private static final List<String> TESTS =
            List.of("set_replaces_the_value", "get_of_an_absent_key_is_empty", "delete_returns_the_value");

    private static volatile Supplier<KeyValueStore> stores = MiniKvStore::new;

    private final KillMatrix<Supplier<KeyValueStore>> matrix = new KillMatrix<>(JudgedSuite::runOn);
    private final List<String> violations = new ArrayList<>();

    /// Runs the tests on every store, and then again, with tests and stores in another order.
    JudgedSuite() {
        Stores.correct().forEach(store -> matrix.correct(store.name(), store.create()));
        Stores.buggy().forEach(store -> matrix.buggy(store.test(), store.misconception(), store.create()));
        violations.addAll(SuiteRules.looksInside(FirstTests.class));
        matrix.differing(JudgedSuite::runBackwardsOn)
                .forEach(test -> violations.add(test + " gives a different verdict when it runs again"));
    }

    /// Returns which of the three tests are missing, and which tests JUnit does not run to their end.
    List<String> missing() {
        var missing = new ArrayList<>(SuiteRules.notRun(FirstTests.class));
        if (missing.isEmpty()) {
            stores = MiniKvStore::new;
            missing.addAll(Judge.unfinished(OnTheStoreOfTheMoment.class));
        }
        TESTS.stream()
                .filter(test ->
                        !matrix.tests().contains(test) && missing.stream().noneMatch(why -> why.startsWith(test)))
                .map(test -> test + " is missing")
                .forEach(missing::add);
        return missing;
    }

    /// Returns where the tests judge a store by anything but its answers.
    List<String> violations() {
        return violations;
    }

    /// Returns the first test that fails on a correct store, with its message; empty if none does.
    List<String> falseAlarms() {
        return matrix.firstFalseAlarm(FirstTests.class).stream().toList();
    }

    /// Returns the bugs of the stores that a test should fail on, but does not. If the test also
    /// fails on a correct store, none of its failures counts.
    List<String> buggyStoresThatPass(String test) {
        return matrix.survivors(test, test);
    }

    private static List<Judgement> runOn(Supplier<KeyValueStore> create) {
        stores = create;
        return Judge.run(OnTheStoreOfTheMoment.class);
    }

    private static List<Judgement> runBackwardsOn(Supplier<KeyValueStore> create) {
        stores = create;
        return Judge.runBackwards(OnTheStoreOfTheMoment.class);
    }

    /// The learner's tests as JUnit runs them.
    static final class OnTheStoreOfTheMoment implements FirstTests {

        @Override
        public KeyValueStore newStore() {
            return new Disguise(stores.get());
        }
    }

    /// The same wrapper around every store, so that its class does not give it away.
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
