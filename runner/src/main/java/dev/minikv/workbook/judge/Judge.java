package dev.minikv.workbook.judge;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs a learner's tests with JUnit, and says how each ended.
///
/// A run costs a few milliseconds when warm, plus what the tests take.
public final class Judge {

    private static final LauncherConfig NO_LISTENERS = LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .build();

    private Judge() {}

    /// Runs all tests of a class, in JUnit's own order.
    ///
    /// @return one result for each test that ran, and one for each container that failed, such as a
    ///     class that cannot be created; empty if there is no test
    public static List<Result> run(Class<?> suite) {
        return execute(selectClass(suite), Map.of()).results();
    }

    /// Runs all tests of a class, the last one first.
    public static List<Result> runBackwards(Class<?> suite) {
        return execute(
                        selectClass(suite),
                        Map.of(
                                MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME, LastMethodFirst.class.getName(),
                                ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME, LastClassFirst.class.getName()))
                .results();
    }

    /// Runs each test of a class in a run of its own.
    public static List<Result> runEachAlone(Class<?> suite) {
        var results = new ArrayList<Result>();
        for (String id : execute(selectClass(suite), Map.of()).ids()) {
            results.addAll(execute(selectUniqueId(id), Map.of()).results());
        }
        return results;
    }

    private static Listener execute(DiscoverySelector tests, Map<String, String> parameters) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(tests)
                .configurationParameters(parameters)
                .build();
        var listener = new Listener(new ArrayList<>(), new ArrayList<>());
        LauncherFactory.create(NO_LISTENERS).execute(request, listener);
        return listener;
    }

    /// Collects the results, and the ids of the tests that they are of.
    private record Listener(List<Result> results, List<String> ids) implements TestExecutionListener {

        @Override
        public synchronized void executionFinished(TestIdentifier test, TestExecutionResult ended) {
            if (test.isTest() || ended.getThrowable().isPresent()) {
                results.add(new Result(name(test), failure(ended)));
            }
            if (test.isTest()) {
                ids.add(test.getUniqueId());
            }
        }

        /// A test that gives up (an assumption that does not hold) has said nothing: it has not failed.
        private static Optional<Throwable> failure(TestExecutionResult ended) {
            return ended.getStatus() == TestExecutionResult.Status.FAILED ? ended.getThrowable() : Optional.empty();
        }

        private static String name(TestIdentifier test) {
            return test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getMethodName())
                    .orElse(test.getDisplayName());
        }
    }

    /// For JUnit: turns its own order of methods round.
    static final class LastMethodFirst implements MethodOrderer {

        @Override
        public void orderMethods(MethodOrdererContext context) {
            Collections.reverse(context.getMethodDescriptors());
        }
    }

    /// For JUnit: turns its own order of nested classes round.
    static final class LastClassFirst implements ClassOrderer {

        @Override
        public void orderClasses(ClassOrdererContext context) {
            Collections.reverse(context.getClassDescriptors());
        }
    }
}
