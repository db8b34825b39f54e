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

/// The learner's contract tests, and their verdicts on three correct stores and on nine bugs.
final class JudgedSuite {

    private static volatile Supplier<KeyValueStore> stores = MiniKvStore::new;
    private static volatile OnTheStoreOfTheMoment now;
    private static final Set<String> borrowing = new ConcurrentSkipListSet<>();
    private static final Set<String> begun = new ConcurrentSkipListSet<>();
    private static final Set<String> supplied = new ConcurrentSkipListSet<>();

    private final List<List<Judgement>> runs = new ArrayList<>();
    private final KillMatrix<Supplier<KeyValueStore>> matrix = new KillMatrix<>(this::run);
    private final Set<String> dependent;

    /// Runs the tests on every store; then again, with tests and stores in another order; and finally
    /// each test alone on the first store.
    JudgedSuite() {
        matrix.correct("a store over a HashMap", MiniKvStore::new)
                .correct("a sorted store", CorrectStores.SortedStore::new)
                .correct("an append-only log", CorrectStores.LogStore::new);
        TheNine.addTo(matrix);
        dependent = matrix.differing(create -> {
            stores = create;
            return Judge.runBackwards(OnTheStoreOfTheMoment.class);
        });
        stores = MiniKvStore::new; // a suite that counts its runs expects the last of the stores here
        dependent.addAll(Judge.differing(OnTheStoreOfTheMoment.class, runs.getFirst()));
        dependent.addAll(borrowing);
        begun.removeAll(supplied);
        dependent.addAll(begun);
    }

    /// Returns which tests JUnit does not run to their end, and why, or that there is nothing to run.
    String notRun() {
        List<String> notRun = SuiteRules.notRun(StoreContract.class);
        if (notRun.isEmpty()) {
            stores = MiniKvStore::new;
            notRun = Judge.unfinished(OnTheStoreOfTheMoment.class);
        }
        return notRun.isEmpty() && matrix.tests().isEmpty() ? "there is no method with @Test" : listed(notRun);
    }

    /// Returns where the tests look at what a store is, instead of what it answers.
    String looksInside() {
        return listed(SuiteRules.looksInside(StoreContract.class));
    }

    /// Returns the tests that use a store of another test, or no store under test, and those that end
    /// differently when they run again.
    String dependent() {
        return listed(dependent);
    }

    /// Returns which tests fail on which correct store.
    String falseAlarms() {
        return listed(matrix.falseAlarms());
    }

    /// Returns the bugs that no test catches.
    String survivors() {
        return listed(matrix.survivors());
    }

    /// Returns the table of tests and stores.
    String matrix() {
        return matrix.toString();
    }

    /// Returns how many there are, and which, on one line for a report.
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

    /// The same wrapper around every store: class, hash code and text are the same for all, so that
    /// only what they do tells them apart. It notices which test uses it.
    private static final class Disguise implements KeyValueStore {

        private final KeyValueStore store;
        private final OnTheStoreOfTheMoment owner;

        Disguise(KeyValueStore store, OnTheStoreOfTheMoment owner) {
            this.store = store;
            this.owner = owner;
        }

        private KeyValueStore store() {
            boolean timedOut = Thread.currentThread().isInterrupted(); // by JUnit, which has moved on
            if (now != owner && !timedOut) {
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
