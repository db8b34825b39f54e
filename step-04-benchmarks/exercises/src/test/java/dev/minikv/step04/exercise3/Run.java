package dev.minikv.step04.exercise3;

import dev.minikv.step04.exercise3.RecordingStore.Operation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// A run of one benchmark, in the order that JMH keeps: setups of the trial, of each iteration, of each
/// call, the call. It looks at what each call does to the store, instead of at the time.
final class Run {

    private static final int ITERATIONS = 2;

    private final RecordingStore store = new RecordingStore();
    private final List<Integer> sizes = new ArrayList<>();
    private final List<List<Operation>> calls = new ArrayList<>();
    private final List<Integer> escaped = new ArrayList<>();
    private final Blackhole blackhole = new Blackhole();
    private final Method benchmark;
    private final Object[] arguments;

    private Run(String benchmark) {
        this.benchmark = method(benchmark);
        arguments = Arrays.stream(this.benchmark.getParameterTypes())
                .map(this::argument)
                .toArray();
    }

    /// Runs a benchmark: two iterations of two calls.
    static Run of(String benchmark) {
        return of(benchmark, 2);
    }

    /// Runs a benchmark: two iterations of some calls.
    static Run of(String benchmark, int callsPerIteration) {
        var run = new Run(benchmark);
        run.setUp(Level.Trial);
        for (int i = 0; i < ITERATIONS; i++) {
            run.setUp(Level.Iteration);
            for (int j = 0; j < callsPerIteration; j++) {
                run.setUp(Level.Invocation);
                run.measure();
                run.tearDown(Level.Invocation);
            }
            run.tearDown(Level.Iteration);
        }
        run.tearDown(Level.Trial);
        return run;
    }

    /// Returns by how much JMH divides the time of a call.
    static int factor(String benchmark) {
        var ofMethod = method(benchmark).getAnnotation(OperationsPerInvocation.class);
        var ofClass = WritesBenchmark.class.getAnnotation(OperationsPerInvocation.class);
        return ofMethod != null ? ofMethod.value() : ofClass != null ? ofClass.value() : 1;
    }

    /// Returns the names of the methods that JMH calls between two calls of a benchmark.
    static List<String> betweenCallsOf(String benchmark) {
        var run = new Run(benchmark);
        return Arrays.stream(run.arguments)
                .flatMap(state -> Arrays.stream(state.getClass().getMethods()))
                .filter(method -> isSetup(method, Level.Invocation) || isTearDown(method, Level.Invocation))
                .map(Method::getName)
                .toList();
    }

    /// Returns how many entries each call found.
    List<Integer> sizes() {
        return sizes;
    }

    /// Returns what each call did, and how often: for example `{"delete"=1, "set"=1}`.
    List<Map<String, Integer>> work() {
        return calls.stream().map(Run::counted).toList();
    }

    /// Returns what the last call did.
    Map<String, Integer> lastWork() {
        return counted(calls.getLast());
    }

    /// Returns how many answers of each call were returned or consumed.
    List<Integer> escaped() {
        return escaped;
    }

    /// Returns the keys that were removed while the clock ran, the first first.
    List<String> deleted() {
        return calls.stream()
                .flatMap(List::stream)
                .filter(operation -> operation.word().equals("delete"))
                .map(Operation::key)
                .toList();
    }

    private static Map<String, Integer> counted(List<Operation> operations) {
        var counts = new TreeMap<String, Integer>();
        operations.forEach(operation -> counts.merge(operation.word(), 1, Integer::sum));
        return counts;
    }

    private void measure() {
        for (Object state : arguments) {
            if (state != blackhole && storeOf(state) != store) {
                throw new AssertionError("a setup leaves the store in its field, and fills or clears it");
            }
        }
        sizes.add(store.size());
        store.takeOperations();
        int before = blackhole.consumed();
        call(benchmark, new WritesBenchmark(), arguments);
        int returned = benchmark.getReturnType() == void.class ? 0 : 1;
        escaped.add(blackhole.consumed() - before + returned);
        calls.add(store.takeOperations());
    }

    private void setUp(Level level) {
        callAll(method -> isSetup(method, level));
    }

    private void tearDown(Level level) {
        callAll(method -> isTearDown(method, level));
    }

    private void callAll(Predicate<Method> wanted) {
        for (Object state : arguments) {
            Arrays.stream(state.getClass().getMethods())
                    .filter(wanted)
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(method -> call(method, state));
        }
    }

    private static boolean isSetup(Method method, Level level) {
        var setup = method.getAnnotation(Setup.class);
        return setup != null && setup.value() == level;
    }

    private static boolean isTearDown(Method method, Level level) {
        var tearDown = method.getAnnotation(TearDown.class);
        return tearDown != null && tearDown.value() == level;
    }

    private static Method method(String name) {
        return Arrays.stream(WritesBenchmark.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no public method %s with @Benchmark".formatted(name)));
    }

    private Object argument(Class<?> type) {
        if (type == Blackhole.class) {
            return blackhole;
        }
        if (!type.isAnnotationPresent(State.class)) {
            throw new AssertionError(
                    "a parameter is this package's Blackhole or has @State: %s is neither".formatted(type.getName()));
        }
        try {
            Object state = type.getConstructor().newInstance();
            storeField(type).set(state, store);
            return state;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("a state is public and static, and has a field named store", e);
        }
    }

    private static Object storeOf(Object state) {
        try {
            return storeField(state.getClass()).get(state);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("a state has a field named store", e);
        }
    }

    private static Field storeField(Class<?> state) throws NoSuchFieldException {
        Field field = state.getDeclaredField("store");
        field.setAccessible(true);
        return field;
    }

    private static void call(Method method, Object target, Object... arguments) {
        try {
            method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError("%s threw %s".formatted(method.getName(), e.getCause()), e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError("cannot call " + method.getName(), e);
        }
    }
}
