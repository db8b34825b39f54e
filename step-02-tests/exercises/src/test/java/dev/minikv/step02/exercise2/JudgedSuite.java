package dev.minikv.step02.exercise2;

import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.step02.store.MiniKvStore;
import dev.minikv.workbook.judge.Judge;
import dev.minikv.workbook.judge.Judgement;
import dev.minikv.workbook.judge.KillMatrix;
import dev.minikv.workbook.judge.SuiteRules;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestInfo;

/// The learner's contract tests, and what they say of three stores that are right and of nine that
/// are wrong.
final class JudgedSuite {

    private static volatile Supplier<KeyValueStore> stores = MiniKvStore::new;
    private static volatile OnTheStoreOfTheMoment now;
    private static final Set<String> borrowing = new ConcurrentSkipListSet<>();
    private static final Set<String> begun = new ConcurrentSkipListSet<>();
    private static final Set<String> supplied = new ConcurrentSkipListSet<>();

    private final List<List<Judgement>> runs = new ArrayList<>();
    private final KillMatrix<Supplier<KeyValueStore>> matrix = new KillMatrix<>(this::run);
    private final Set<String> dependent;

    /// Runs the tests on every store; then once more, both in another order; and at the end, each test
    /// alone on the first one.
    JudgedSuite() {
        matrix.correct("a store over a HashMap", MiniKvStore::new)
                .correct("a sorted store", CorrectStores.SortedStore::new)
                .correct("an append-only log", CorrectStores.LogStore::new);
        TheNine.addTo(matrix);
        dependent = matrix.differing(create -> {
            stores = create;
            return Judge.runBackwards(OnTheStoreOfTheMoment.class);
        });
        stores = MiniKvStore::new; // where a suite that counts its runs expects the last of the stores
        dependent.addAll(Judge.differing(OnTheStoreOfTheMoment.class, runs.getFirst()));
        dependent.addAll(borrowing);
        begun.removeAll(supplied);
        dependent.addAll(begun);
    }

    /// Returns what JUnit does not run, and why, or that there is nothing to run.
    String notRun() {
        List<String> notRun = SuiteRules.notRun(StoreContract.class);
        return notRun.isEmpty() && matrix.tests().isEmpty() ? "there is no method with @Test" : listed(notRun);
    }

    /// Returns where the tests look at what a store is, and not at what it answers.
    String looksInside() {
        return listed(SuiteRules.looksInside(StoreContract.class));
    }

    /// Returns the tests that use a store which another one has made, or none of those on trial, and
    /// those that end otherwise when they run again.
    String dependent() {
        return listed(dependent);
    }

    /// Returns which tests fail on which correct store.
    String falseAlarms() {
        return listed(matrix.falseAlarms());
    }

    /// Returns what is wrong with the stores that no test catches.
    String survivors() {
        return listed(matrix.survivors());
    }

    /// Returns the table of tests and stores.
    String matrix() {
        return matrix.toString();
    }

    /// Returns how many there are, and which: in one line, for a report.
    private static String listed(Collection<String> names) {
        return names.isEmpty() ? "none" : names.size() + ": " + String.join("; ", names);
    }

    private List<Judgement> run(Supplier<KeyValueStore> create) {
        stores = create;
        List<Judgement> results = Judge.run(OnTheStoreOfTheMoment.class);
        runs.add(results);
        return results;
    }

    /// The learner's tests as JUnit runs them: one such object for each test.
    static final class OnTheStoreOfTheMoment implements StoreContract {

        private final TestInfo test;

        OnTheStoreOfTheMoment(TestInfo test) {
            this.test = test;
            now = this;
            name().ifPresent(begun::add);
        }

        private Optional<String> name() {
            return test.getTestMethod().map(Method::getName);
        }

        @Override
        public KeyValueStore newStore() {
            name().ifPresent(supplied::add);
            return new Disguise(stores.get(), this);
        }
    }

    /// What every store looks like to the tests: class, hash code and text are the same for all, so
    /// that nothing tells them apart but what they do. It notices who uses it.
    private static final class Disguise implements KeyValueStore {

        private final KeyValueStore store;
        private final OnTheStoreOfTheMoment owner;

        Disguise(KeyValueStore store, OnTheStoreOfTheMoment owner) {
            this.store = store;
            this.owner = owner;
        }

        private KeyValueStore store() {
            boolean givenUp = Thread.currentThread().isInterrupted(); // by JUnit, which went on meanwhile
            if (now != owner && !givenUp) {
                now.name().ifPresent(borrowing::add);
            }
            return store;
        }

        @Override
        public Optional<String> set(String key, String value) {
            return store().set(key, value);
        }

        @Override
        public Optional<String> get(String key) {
            return store().get(key);
        }

        @Override
        public Optional<String> delete(String key) {
            return store().delete(key);
        }

        @Override
        public int count() {
            return store().count();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 0;
        }

        @Override
        public String toString() {
            return "a store";
        }
    }
}
