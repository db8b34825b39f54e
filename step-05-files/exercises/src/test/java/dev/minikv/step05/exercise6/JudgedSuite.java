package dev.minikv.step05.exercise6;

import dev.minikv.step05.disk.Disk;
import dev.minikv.workbook.judge.Judge;
import dev.minikv.workbook.judge.Judgement;
import dev.minikv.workbook.judge.KillMatrix;
import dev.minikv.workbook.judge.SuiteRules;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInfo;

/// The learner's tests, and their verdicts on correct savers and on savers with a mistake.
final class JudgedSuite {

    private static volatile Saver saver = CorrectSavers::writesBeside;
    private static volatile Watch watch; // null most of the time: it takes time

    private final List<List<Judgement>> runs = new ArrayList<>();
    private final KillMatrix<Saver> matrix = new KillMatrix<>(this::run);
    private final Set<String> dependent;

    /// Runs the tests on every saver; then in another order and each alone on the first saver; and finally
    /// watches them, twice.
    JudgedSuite() {
        matrix.correct("writes beside the file", CorrectSavers::writesBeside)
                .correct("forces each half", CorrectSavers::forcesEachHalf)
                .correct("keeps a copy of the old state", CorrectSavers::keepsACopy)
                .correct("tries again after an I/O error", CorrectSavers::triesAgain)
                .correct("takes a name that is free", CorrectSavers::takesAFreeName);
        BuggySavers.addTo(matrix);
        saver = CorrectSavers::writesBeside; // a suite that counts its runs expects the last of the savers here
        dependent = Judge.differing(OnTheSaverOfTheMoment.class, runs.getFirst());
        Watch once = watched();
        Watch again = watched();
        dependent.addAll(once.borrowing);
        dependent.addAll(once.idle());
        dependent.addAll(once.differing(again));
    }

    private static Watch watched() {
        var watching = new Watch();
        watch = watching;
        Judge.run(OnTheSaverOfTheMoment.class);
        watch = null;
        return watching;
    }

    /// Returns which tests JUnit does not run to their end, and why, or that there is nothing to run.
    List<String> notRun() {
        List<String> notRun = SuiteRules.notRun(CrashTests.class);
        if (notRun.isEmpty()) {
            notRun = Judge.unfinished(OnTheSaverOfTheMoment.class);
        }
        return notRun.isEmpty() && matrix.tests().isEmpty() ? List.of("there is no method with @Test") : notRun;
    }

    /// Returns where the tests look at what a saver is, instead of what it leaves on the disk.
    List<String> looksInside() {
        return SuiteRules.looksInside(CrashTests.class);
    }

    /// Returns the tests that use a disk of another test or no saver under test, those that end differently
    /// when they run again, and those that do something else when they run again.
    List<String> dependent() {
        return List.copyOf(dependent);
    }

    /// Returns which tests fail on which correct saver.
    List<String> falseAlarms() {
        return matrix.falseAlarms();
    }

    /// Returns the mistakes that no test finds.
    ///
    /// @param about the beginning of their names
    List<String> survivors(String about) {
        return matrix.survivors().stream()
                .filter(name -> name.startsWith(about + ": "))
                .toList();
    }

    /// Returns the table of tests and savers.
    String matrix() {
        return matrix.toString();
    }

    private List<Judgement> run(Saver subject) {
        saver = subject;
        List<Judgement> results = Judge.run(OnTheSaverOfTheMoment.class);
        runs.add(results);
        return results;
    }

    /// What each test does, as a saver sees it.
    private static final class Watch {

        private final Map<Disk, String> users = new IdentityHashMap<>();
        private final Set<String> borrowing = new TreeSet<>();
        private final Map<String, Integer> seen = new TreeMap<>(); // a hash of all that a test lets a saver see

        private synchronized void begin(String test) {
            seen.put(test, 0);
        }

        private synchronized void save(String test, Disk disk, Path file, byte[] bytes) {
            if (!users.computeIfAbsent(disk, _ -> test).equals(test)) {
                borrowing.add(test);
            }
            Stream.of(bytes, read(disk, file), read(disk, Saver.beside(file, ".new")))
                    .forEach(sight -> seen.merge(test, Arrays.hashCode(sight), (sum, hash) -> 31 * sum + hash));
        }

        private static byte[] read(Disk disk, Path file) {
            try {
                return disk.read(file);
            } catch (NoSuchFileException _) {
                return new byte[0];
            } catch (IOException e) {
                throw new AssertionError("a simulated disk can be read", e);
            }
        }

        private synchronized List<String> idle() {
            return seen.keySet().stream()
                    .filter(test -> !users.containsValue(test))
                    .toList();
        }

        private synchronized List<String> differing(Watch again) {
            return seen.keySet().stream()
                    .filter(test -> !seen.get(test).equals(again.seen.get(test)))
                    .toList();
        }
    }

    /// The learner's tests as JUnit runs them: one such object for each test.
    static final class OnTheSaverOfTheMoment implements CrashTests {

        private final String test;

        OnTheSaverOfTheMoment(TestInfo info) {
            this.test = info.getTestMethod().map(Method::getName).orElse("?");
            Watch watching = watch;
            if (watching != null) {
                watching.begin(test);
            }
        }

        @Override
        public void save(Disk disk, Path file, byte[] bytes) throws IOException {
            Watch watching = watch;
            if (watching != null) {
                watching.save(test, disk, file, bytes);
            }
            saver.save(disk, file, bytes);
        }
    }
}
