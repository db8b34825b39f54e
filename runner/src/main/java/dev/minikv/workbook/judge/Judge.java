package dev.minikv.workbook.judge;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs a learner's tests with JUnit, and returns how each ended.
///
/// A run costs a few milliseconds when warm, plus what the tests take; a test that takes longer than two
/// seconds is cut off and fails. Tests that JUnit skips, such as disabled ones, and tests that it cannot
/// run, such as private ones, have no result: [SuiteRules] finds them. A thread that is interrupted while
/// it judges gets a [CancellationException].
public final class Judge {

    private static final LauncherConfig NO_LISTENERS = LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .build();

    /// An exercise that expects endless loops needs a longer limit of its own, because each loop costs this
    /// much. Full stack traces show whose thread it was.
    private static final Map<String, String> PARAMETERS = Map.of(
            Timeout.DEFAULT_TIMEOUT_PROPERTY_NAME, "2 s",
            Timeout.DEFAULT_TIMEOUT_THREAD_MODE_PROPERTY_NAME, "SEPARATE_THREAD",
            LauncherConstants.STACKTRACE_PRUNING_ENABLED_PROPERTY_NAME, "false");

    private static final Map<String, String> BACKWARDS = Map.of(
            MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME, LastFirst.class.getName(),
            ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME, LastFirst.class.getName());

    /// It would log in each run what JUnit cannot run. The logger keeps its level only while something
    /// refers to it.
    private static final Logger DISCOVERY = Logger.getLogger("org.junit.platform.launcher.core.DiscoveryIssueNotifier");

    static {
        DISCOVERY.setLevel(Level.OFF);
    }

    private Judge() {}

    /// Runs all tests of a class, in JUnit's own order.
    ///
    /// @return one result for each test that ran, and one for each class that failed outside of its
    ///     tests; empty if there is no test
    public static List<Judgement> run(Class<?> suite) {
        return execute(suite, selectClass(suite), Map.of()).results;
    }

    /// Runs all tests of a class, the last one first, and returns results as [#run(Class)] does.
    public static List<Judgement> runBackwards(Class<?> suite) {
        return execute(suite, selectClass(suite), BACKWARDS).results;
    }

    /// Runs each test of a class alone, after a run of all of them to find them, and returns results as
    /// [#run(Class)] does.
    static List<Judgement> runEachAlone(Class<?> suite) {
        SuiteListener together = execute(suite, selectClass(suite), Map.of());
        var alone = new ArrayList<Judgement>();
        together.ids.forEach(id -> alone.addAll(execute(suite, selectUniqueId(id), Map.of()).results));
        List<String> found = alone.stream().map(Judgement::test).toList();
        together.results.stream() // what failed before there was a test to run alone
                .filter(result -> !found.contains(result.test()))
                .forEach(alone::add);
        return alone;
    }

    /// Runs all tests of a class, and returns those that did not finish, with the reason: they were
    /// skipped, or aborted by an assumption.
    public static List<String> unfinished(Class<?> suite) {
        return List.copyOf(execute(suite, selectClass(suite), Map.of()).unfinished);
    }

    /// Runs all tests of a class, and returns the parameterised ones that passed without any invocation.
    public static List<String> withoutInvocation(Class<?> suite) {
        return List.copyOf(execute(suite, selectClass(suite), Map.of()).withoutInvocation);
    }

    /// Runs a suite again, backwards and each test alone, and returns the tests whose results differ from
    /// those of a first run: they depend on each other, or on chance.
    ///
    /// @param first the results of [#run(Class)]
    public static Set<String> differing(Class<?> suite, List<Judgement> first) {
        List<Set<String>> failed = Stream.of(first, runBackwards(suite), runEachAlone(suite))
                .map(Judge::failed)
                .toList();
        return failed.stream()
                .flatMap(Set::stream)
                .filter(test -> !failed.stream().allMatch(run -> run.contains(test)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> failed(List<Judgement> results) {
        return results.stream()
                .filter(result -> !result.passed())
                .map(Judgement::test)
                .collect(Collectors.toSet());
    }

    private static SuiteListener execute(Class<?> suite, DiscoverySelector tests, Map<String, String> more) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(tests)
                .configurationParameters(PARAMETERS)
                .configurationParameters(more)
                .build();
        var run = new SuiteListener(suite);
        LauncherFactory.create(NO_LISTENERS).execute(request, run);
        if (run.isCancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the judge was interrupted");
        }
        return run;
    }

    /// Collects the results of one run, and the ids of the tests.
    private static final class SuiteListener implements TestExecutionListener {

        private final Class<?> suite;
        private final List<Judgement> results = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();
        private final Set<String> parents = new HashSet<>();
        private final Set<String> unfinished = new TreeSet<>();
        private final Set<String> withoutInvocation = new TreeSet<>();
        private boolean isCancelled = false;

        SuiteListener(Class<?> suite) {
            this.suite = suite;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult ended) {
            if (test.isTest()) {
                ids.add(test.getUniqueId());
            }
            Judgement result = result(test, ended);
            if (test.isTest() || ended.getStatus() == Status.FAILED) {
                results.add(result);
            }
            if (ended.getStatus() == Status.ABORTED) {
                unfinished.add(result.test() + " is aborted by an assumption");
            }
            boolean hasInvocations = test.isContainer() && test.getSource().orElse(null) instanceof MethodSource;
            if (hasInvocations && ended.getStatus() == Status.SUCCESSFUL && !parents.contains(test.getUniqueId())) {
                withoutInvocation.add(result.test());
            }
            isCancelled |=
                    ended.getThrowable().filter(SuiteListener::isOfTheJudge).isPresent();
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            unfinished.add(result(test, TestExecutionResult.successful()).test() + " is skipped: " + reason);
        }

        /// Makes further tests end as soon as they start: JUnit goes on with them regardless.
        @Override
        public void executionStarted(TestIdentifier test) {
            test.getParentId().ifPresent(parents::add);
            if (isCancelled) {
                Thread.currentThread().interrupt();
            }
        }

        /// Returns whether the judge was interrupted, and not a test, which has its own thread.
        private static boolean isOfTheJudge(Throwable thrown) {
            return thrown instanceof InterruptedException
                    && Arrays.stream(thrown.getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(Judge.class.getName()));
        }

        /// A test that is aborted by an assumption has not failed.
        private Judgement result(TestIdentifier test, TestExecutionResult ended) {
            Optional<Throwable> failure = ended.getStatus() == Status.FAILED ? ended.getThrowable() : Optional.empty();
            TestSource source = test.getSource().orElse(null);
            return switch (source) {
                // also of a parameterised test without arguments, which JUnit does not call a test, though
                // its author does
                case MethodSource method ->
                    new Judgement(nesting(method.getClassName()) + method.getMethodName(), failure);
                case ClassSource type -> new Judgement(simpleName(type.getClassName()), failure, false);
                case null, default -> new Judgement(suite.getSimpleName(), failure, false);
            };
        }

        /// Returns the names of the classes between the suite and a test, such as `Get.`, or nothing.
        private String nesting(String className) {
            String outside = suite.getName() + "$";
            return className.startsWith(outside)
                    ? className.substring(outside.length()).replace('$', '.') + "."
                    : "";
        }

        private static String simpleName(String className) {
            return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
        }
    }

    /// For JUnit: reverses its own order of methods, and of nested classes.
    static final class LastFirst implements MethodOrderer, ClassOrderer {

        @Override
        public void orderMethods(MethodOrdererContext context) {
            Collections.reverse(context.getMethodDescriptors());
        }

        @Override
        public void orderClasses(ClassOrdererContext context) {
            Collections.reverse(context.getClassDescriptors());
        }
    }
}
