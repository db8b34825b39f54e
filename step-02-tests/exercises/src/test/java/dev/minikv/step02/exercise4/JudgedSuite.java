package dev.minikv.step02.exercise4;

import dev.minikv.step02.repl.Repl;
import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.workbook.judge.Judge;
import dev.minikv.workbook.judge.Judgement;
import dev.minikv.workbook.judge.KillMatrix;
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
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.TestInfo;

/// The learner's tests, and what they say of two REPLs that are right and of six that are wrong.
final class JudgedSuite {

    private static final Session LESSON = (store, in, out) -> new Repl(store, in, out).run();

    private static volatile Session repl = LESSON;
    private static final Map<KeyValueStore, Object> users = Collections.synchronizedMap(new IdentityHashMap<>());
    private static final Set<String> sharing = new ConcurrentSkipListSet<>();

    private final List<List<Judgement>> runs = new ArrayList<>();
    private final KillMatrix<Session> matrix = new KillMatrix<>(this::run);
    private final Set<String> dependent;

    /// A session with a REPL, from the banner to the end.
    private interface Session {
        void run(KeyValueStore store, Reader in, Writer out) throws IOException;
    }

    /// Runs the tests on every REPL, and at the end on the first one again.
    JudgedSuite() {
        matrix.correct("the lesson's REPL", LESSON)
                .correct("a REPL that is made differently", new PlainRepl()::run)
                .buggy("says \"1 items\"", new BuggyRepls.SaysOneItems()::run)
                .buggy("says Goodbye and goes on", new BuggyRepls.StaysAfterGoodbye()::run)
                .buggy("complains on System.out", new BuggyRepls.ComplainsOnSystemOut()::run)
                .buggy("stores something and answers Usage", new BuggyRepls.StoresWhatItRefuses()::run)
                .buggy("loses a last line that no Enter ends", new BuggyRepls.LosesAnUnfinishedLine()::run)
                .buggy("does not flush its last answer", new BuggyRepls.KeepsItsLastAnswer()::run);
        repl = LESSON;
        dependent = Judge.differing(OnTheReplOfTheMoment.class, runs.getFirst());
        dependent.addAll(sharing);
    }

    /// Returns the names of the tests.
    List<String> tests() {
        return matrix.tests();
    }

    /// Returns the tests that use the store of another one, and those that failed in one run on a
    /// correct REPL and passed in another.
    String dependent() {
        return listed(dependent);
    }

    /// Returns which tests fail on which correct REPL.
    String falseAlarms() {
        return listed(matrix.falseAlarms());
    }

    /// Returns what is wrong with the REPLs that no test catches.
    String survivors() {
        return listed(matrix.survivors());
    }

    /// Returns the table of tests and REPLs.
    String matrix() {
        return matrix.toString();
    }

    /// Returns how many there are, and which: in one line, for a report.
    private static String listed(Collection<String> names) {
        return names.isEmpty() ? "none" : names.size() + ": " + String.join("; ", names);
    }

    private List<Judgement> run(Session subject) {
        repl = subject;
        List<Judgement> results = runs.isEmpty() ? Judge.run(OnTheReplOfTheMoment.class) : runUnseen();
        runs.add(results);
        return results;
    }

    /// Runs the tests without a terminal. One REPL would print to it, and what the tests print, for
    /// whoever wants to see what they do, shows once and not in each run.
    private static List<Judgement> runUnseen() {
        PrintStream terminal = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            return Judge.run(OnTheReplOfTheMoment.class);
        } finally {
            System.setOut(terminal);
        }
    }

    /// The learner's tests as JUnit runs them: one such object for each test.
    static final class OnTheReplOfTheMoment implements TranscriptTests {

        private final TestInfo test;

        OnTheReplOfTheMoment(TestInfo test) {
            this.test = test;
        }

        @Override
        public void run(KeyValueStore store, Reader in, Writer out) throws IOException {
            if (users.putIfAbsent(store, this) instanceof OnTheReplOfTheMoment user && user != this) {
                test.getTestMethod().map(Method::getName).ifPresent(sharing::add);
            }
            repl.run(store, in, out);
        }
    }
}
