package dev.minikv.step02.exercise6;

import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.workbook.judge.Judge;
import dev.minikv.workbook.judge.Judgement;
import dev.minikv.workbook.judge.SuiteRules;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The learner's tests, and how often each is red on correct and on buggy stores.
///
/// The tests are run fifty times on the first correct and the first buggy store, and ten times on most
/// others: first once, and then, if that gave the right result, the remaining times. Tests that wait
/// for a length of time are not run at all, and nothing more is run after a test that did not end:
/// there is no time for it.
final class JudgedTests {

    private static final int MANY = 50;
    private static final int SOME = 10;
    private static final int FEW = 3;

    private static volatile Function<Runnable, KeyValueStore> storesOfTheMoment = Stores.Synchronized::new;
    private static volatile int runsOfTheMoment = 1;
    private static volatile Object lastWithAStore;
    private static volatile boolean repeats;

    private final List<String> timedWaits = TimedWaits.in(TwoThreads.class);
    private final List<Row> rows = new ArrayList<>();
    private final List<String> violations = new ArrayList<>(SuiteRules.looksInside(TwoThreads.class));
    private boolean stopped = !timedWaits.isEmpty();

    /// The results on one store.
    ///
    /// @param results one for each test and run
    private record Row(
            String store,
            boolean correct,
            Function<Runnable, KeyValueStore> stores,
            int runs,
            int runsIfAllIsWell,
            List<Judgement> results) {

        Set<String> tests() {
            return results.stream().map(Judgement::test).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        long red(String test) {
            return results.stream()
                    .filter(result -> result.test().equals(test) && !result.passed())
                    .count();
        }

        boolean alwaysRed(String test) {
            return results.stream().filter(result -> result.test().equals(test)).noneMatch(Judgement::passed);
        }
    }

    /// Runs the tests.
    JudgedTests() {
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, _) -> {}); // exceptions are judged, not printed
        try {
            run("locked with synchronized", true, MANY, Stores.Synchronized::new);
            run("locked with a ReentrantLock", true, SOME, Stores.Locked::new);
            run("without locks, starts over", true, SOME, Stores.StartsOver::new);
            run("race: loses what the other thread set", false, MANY, Stores.Racy::new);
            run("race: locks each step, not both together", false, SOME, Stores.LocksStepByStep::new);
            run("slow: racy, if it is given time", false, SOME, hook -> new Stores.RacyAndSlow(hook, 1));
            run("slow: racy, if it is given much time", false, 1, hook -> new Stores.RacyAndSlow(hook, 300));
            run("failure: throws in the second thread", false, SOME, Stores.FailsInTheSecond::new);
            run("entries: miscounts them", false, SOME, Stores.LosesCounts::new);
            run("entries: loses the first one", false, SOME, Stores.LosesTheFirst::new);
            run("entries: loses the second one", false, SOME, Stores.LosesTheSecond::new);
            run("entries: gives the first the other's value", false, SOME, Stores.TakesTheLaterValue::new);
            run("entries: gives the second the other's value", false, SOME, Stores.TakesTheEarlierValue::new);
            if (rows.stream().allMatch(this::isAsItShouldBe)) { // otherwise there are other failures to report
                rows.reversed().stream().filter(row -> row.runs() >= SOME).forEach(this::runAgain);
            }
            if (repeats) {
                violations.add("a test asks for more than one store: it repeats something itself");
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private void run(String name, boolean correct, int maxRuns, Function<Runnable, KeyValueStore> stores) {
        if (stopped) {
            rows.add(new Row(name, correct, stores, 0, maxRuns, List.of()));
            return;
        }
        storesOfTheMoment = stores;
        var results = new ArrayList<>(run(1));
        int runs = 1;
        boolean red = results.stream().anyMatch(result -> !result.passed());
        if (red != correct && runs < maxRuns) {
            results.addAll(run(maxRuns - runs));
            runs = maxRuns;
        }
        rows.add(new Row(name, correct, stores, runs, maxRuns, List.copyOf(results)));
        stopped = results.stream().anyMatch(Judgement::timedOut);
    }

    /// Runs the tests a few more times. Notes those that were red in every one of many runs and are now
    /// red in none, which is not luck, and those that were always green on a correct store and now are
    /// not.
    private void runAgain(Row row) {
        storesOfTheMoment = row.stores();
        var again = new Row(row.store(), row.correct(), row.stores(), FEW, FEW, run(FEW));
        for (String test : again.tests()) {
            boolean differs = row.alwaysRed(test) && again.red(test) == 0
                    || row.correct() && row.red(test) == 0 && again.red(test) > 0;
            if (differs) {
                violations.add(
                        "%s gives a different verdict when it runs again on the store %s".formatted(test, row.store()));
            }
        }
    }

    private static List<Judgement> run(int times) {
        runsOfTheMoment = times;
        return Judge.run(OnTheStoreOfTheMoment.class);
    }

    /// Returns the names of the tests.
    Set<String> names() {
        return rows.stream().flatMap(row -> row.tests().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Returns which tests JUnit does not run to their end, and why, or that there is nothing to run.
    List<String> notRun() {
        List<String> notRun = SuiteRules.notRun(TwoThreads.class);
        if (notRun.isEmpty() && !stopped) {
            storesOfTheMoment = Stores.Synchronized::new;
            runsOfTheMoment = 1;
            notRun = Judge.unfinished(OnTheStoreOfTheMoment.class);
        }
        return notRun.isEmpty() && names().isEmpty() && timedWaits.isEmpty()
                ? List.of("there is no method with @Test")
                : notRun;
    }

    /// Returns where the tests judge a store by anything but what it does, whether a test asks for
    /// several stores, and which tests give a different verdict when they run again.
    List<String> violations() {
        return violations;
    }

    /// Returns where the tests wait for a length of time.
    List<String> timedWaits() {
        return timedWaits;
    }

    /// Returns which tests are red on a correct store, each with its first message.
    List<String> falseAlarms() {
        var alarms = new LinkedHashMap<String, String>();
        rows.stream()
                .filter(Row::correct)
                .forEach(row -> row.results().stream()
                        .filter(result -> !result.passed())
                        .forEach(result -> alarms.putIfAbsent(
                                result.test(), "on the store %s: %s".formatted(row.store(), complaint(result)))));
        return List.copyOf(alarms.values());
    }

    private static String complaint(Judgement result) {
        return result.timedOut()
                ? "it did not end (does each thread wait for the other?)"
                : result.complaint(TwoThreads.class);
    }

    /// Returns the buggy stores on which no test is always red, and how often one was.
    ///
    /// @param about the beginning of their names
    List<String> notAlwaysRed(String about) {
        return rows.stream()
                .filter(row -> row.store().startsWith(about + ": ") && !killed(row))
                .map(row -> "%s: red %s times out of %s".formatted(row.store(), maxRed(row), row.runs()))
                .toList();
    }

    private boolean isAsItShouldBe(Row row) {
        return row.correct() ? row.results().stream().allMatch(Judgement::passed) : killed(row);
    }

    private boolean killed(Row row) {
        return row.runs() == row.runsIfAllIsWell() && killers().stream().anyMatch(row::alwaysRed);
    }

    private long maxRed(Row row) {
        return killers().stream().mapToLong(row::red).max().orElse(0);
    }

    /// Returns the tests that are green on all correct stores. The verdicts of the others do not count.
    private Set<String> killers() {
        Set<String> killers = names();
        killers.removeIf(test -> rows.stream().anyMatch(row -> row.correct() && row.red(test) > 0));
        return killers;
    }

    /// Returns all results as a table; empty if nothing ran.
    Optional<String> table() {
        Set<String> names = names();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var table = new StringBuilder("your tests, one in each column: the number of runs in which it was red\n\n");
        String columns = IntStream.rangeClosed(1, names.size())
                .mapToObj("%4s"::formatted)
                .collect(Collectors.joining());
        table.append(line("", "", columns, "runs", ""));
        for (Row row : rows) {
            String cells =
                    names.stream().map(test -> "%4s".formatted(row.red(test))).collect(Collectors.joining());
            boolean red = names.stream().anyMatch(test -> row.red(test) > 0);
            String verdict = row.runs() == 0
                    ? "not run"
                    : row.correct() ? red ? "FALSE ALARM" : "passes" : killed(row) ? "killed" : "SURVIVES";
            table.append(line(row.correct() ? "correct" : "buggy", row.store(), cells, "" + row.runs(), verdict));
        }
        table.append('\n');
        int column = 0;
        for (String test : names) {
            table.append("%3s  %s%n".formatted(++column, test.replace('_', ' ')));
        }
        return Optional.of(table.toString());
    }

    private static String line(String kind, String store, String cells, String runs, String verdict) {
        return "%-7s  %-43s%s  of %4s  %s"
                        .formatted(kind, store, cells, runs, verdict)
                        .stripTrailing() + "\n";
    }

    /// The learner's tests as JUnit runs them: on the store of the moment, a number of times.
    ///
    /// The time limit uses the test's own thread, because a separate thread for each run would take
    /// half of the time. It also ends a test that waits for another thread: such a wait can be
    /// interrupted.
    @Timeout(value = 1, threadMode = ThreadMode.SAME_THREAD)
    @ParameterizedClass
    @MethodSource("runs")
    record OnTheStoreOfTheMoment(int run) implements TwoThreads {

        static IntStream runs() {
            return IntStream.range(0, runsOfTheMoment);
        }

        @Override
        public KeyValueStore newStore(Runnable betweenReadAndWrite) {
            repeats |= lastWithAStore == this;
            lastWithAStore = this;
            return new Disguise(storesOfTheMoment.apply(betweenReadAndWrite));
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
