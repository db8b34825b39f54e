package dev.minikv.step02.exercise4;

import dev.minikv.step02.repl.Repl;
import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.workbook.judge.Judge;
import dev.minikv.workbook.judge.Judgement;
import dev.minikv.workbook.judge.KillMatrix;
import dev.minikv.workbook.judge.SuiteRules;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/// The learner's tests, and their verdicts on three correct REPLs and on six bugs.
final class JudgedSuite {

    private static final Session LESSON = (store, in, out) -> new Repl(store, in, out).run();

    private static volatile Session repl = LESSON;
    private static final Map<KeyValueStore, Object> users = Collections.synchronizedMap(new IdentityHashMap<>());
    private static final Set<String> sharing = new ConcurrentSkipListSet<>();
    private static final Set<String> begun = new ConcurrentSkipListSet<>();
    private static final Set<String> started = new ConcurrentSkipListSet<>();

    private final List<List<Judgement>> runs = new ArrayList<>();
    private final KillMatrix<Session> matrix = new KillMatrix<>(this::run);
    private final Set<String> dependent;

    /// A session with a REPL, from the banner to the end.
    interface Session {
        void run(KeyValueStore store, Reader in, Writer out) throws IOException;
    }

    /// Runs the tests on every REPL; then again, with tests and REPLs in another order; and finally each
    /// test alone on the first REPL.
    JudgedSuite() {
        matrix.correct("the lesson's REPL", LESSON)
                .correct("a different implementation", new PlainRepl()::run)
                .correct("a REPL that asks the store more often", new BuggyRepls.Busybody()::run);
        BuggyRepls.addTo(matrix);
        dependent = matrix.differing(subject -> unseen(subject, Judge::runBackwards));
        repl = LESSON;
        dependent.addAll(Judge.differing(OnTheReplOfTheMoment.class, runs.getFirst()));
        dependent.addAll(sharing);
        begun.removeAll(started);
        dependent.addAll(begun);
    }

    /// Returns which tests JUnit does not run to their end, and why, or that there is nothing to run.
    String notRun() {
        List<String> notRun = SuiteRules.notRun(TranscriptTests.class);
        if (notRun.isEmpty()) {
            notRun = unseen(LESSON, Judge::unfinished);
        }
        return notRun.isEmpty() && matrix.tests().isEmpty() ? "there is no method with @Test" : listed(notRun);
    }

    /// Returns where the tests look at what a REPL is, instead of what it writes.
    String looksInside() {
        return listed(SuiteRules.looksInside(TranscriptTests.class));
    }

    /// Returns the tests that use the store of another test or start no REPL under test, and those that
    /// end differently when they run again.
    String dependent() {
        return listed(dependent);
    }

    /// Returns which tests fail on which correct REPL.
    String falseAlarms() {
        return listed(matrix.falseAlarms());
    }

    /// Returns the bugs that no test catches.
    String survivors() {
        return listed(matrix.survivors());
    }

    /// Returns the table of tests and REPLs.
    String matrix() {
        return matrix.toString();
    }

    /// Returns how many there are, and which, on one line for a report.
    private static String listed(Collection<String> names) {
        return names.isEmpty() ? "none" : names.size() + ": " + String.join("; ", names);
    }

    private List<Judgement> run(Session subject) {
        repl = subject;
        List<Judgement> results = runs.isEmpty() ? Judge.run(OnTheReplOfTheMoment.class) : unseen(subject, Judge::run);
        runs.add(results);
        return results;
    }

    /// Runs the tests without a terminal. One REPL would print to it, and anything that the tests print
    /// for their author should show once, not in each run.
    private static <T> List<T> unseen(Session subject, Function<Class<?>, List<T>> run) {
        repl = subject;
        PrintStream terminal = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            return run.apply(OnTheReplOfTheMoment.class);
        } finally {
            System.setOut(terminal);
        }
    }

    /// The learner's tests as JUnit runs them: one such object for each test.
    static final class OnTheReplOfTheMoment implements TranscriptTests {

        private final TestInfo test;

        OnTheReplOfTheMoment(TestInfo test) {
            this.test = test;
            name().ifPresent(begun::add);
        }

        private Optional<String> name() {
            return test.getTestMethod().map(Method::getName);
        }

        @Override
        public void run(KeyValueStore store, Reader in, Writer out) throws IOException {
            if (users.putIfAbsent(store, this) instanceof OnTheReplOfTheMoment user && user != this) {
                name().ifPresent(sharing::add);
            }
            name().ifPresent(started::add);
            repl.run(store, in, out);
        }
    }
}
