package dev.minikv.step04.exercise3;

import dev.minikv.step04.exercise3.RecordingStore.Operation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// A run of one benchmark, in the order of JMH: the setups of the trial, of each iteration and of each
/// call, and then the call. It looks at what each call does to the store, and measures no time.
final class Run {

    private static final int ITERATIONS = 2;
    private static final int FEW_CALLS = 4;

    private final RecordingStore store = new RecordingStore();
    private final Blackhole blackhole = new Blackhole();
    private final Map<Class<?>, Object> states = new LinkedHashMap<>(); // each follows those that it needs
    private final List<Call> calls = new ArrayList<>();
    private final WritesBenchmark measured = new WritesBenchmark();
    private final Method benchmark;
    private final Object[] arguments;

    /// The effects of one call.
    ///
    /// @param found the number of entries before the call
    /// @param operations the operations on the store, in order
    /// @param swapped whether it replaced the store that it found by another
    /// @param dropped how many of the store's answers did not escape
    /// @param doubled how many of them escaped more than once
    /// @param rings the number of KeyRings that it made
    /// @param made the number of Strings it gave the store that were not in the state before
    private record Call(
            int found, List<Operation> operations, boolean swapped, int dropped, int doubled, int rings, int made) {

        Map<String, Integer> work() {
            var counts = new TreeMap<String, Integer>();
            operations.forEach(operation -> counts.merge(operation.word(), 1, Integer::sum));
            if (swapped) {
                counts.put("new store", 1);
            }
            return counts;
        }
    }

    private Run(String benchmark) {
        this.benchmark = method(benchmark);
        arguments = arguments(this.benchmark);
        if (states.keySet().stream().noneMatch(state -> storeField(state) != null)) {
            throw new AssertionError("no state of %s has a field named store".formatted(benchmark));
        }
    }

    /// Runs a benchmark: two iterations of two calls.
    static Run of(String benchmark) {
        return of(benchmark, 2);
    }

    /// Runs a benchmark: two iterations of this number of calls.
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

    /// Returns the number of operations by which JMH divides the time of a call.
    static int operationsPerInvocation(String benchmark) {
        var ofMethod = method(benchmark).getAnnotation(OperationsPerInvocation.class);
        var ofClass = WritesBenchmark.class.getAnnotation(OperationsPerInvocation.class);
        return ofMethod != null ? ofMethod.value() : ofClass != null ? ofClass.value() : 1;
    }

    /// Returns the annotations of a benchmark and of its class, in alphabetical order, without
    /// `@Benchmark` and `@OperationsPerInvocation`.
    static List<String> otherAnnotations(String benchmark) {
        return Stream.of(
                        WritesBenchmark.class.getAnnotations(),
                        method(benchmark).getAnnotations())
                .flatMap(Arrays::stream)
                .filter(annotation -> !(annotation instanceof Benchmark))
                .filter(annotation -> !(annotation instanceof OperationsPerInvocation))
                .map(Annotation::toString)
                .map(annotation -> annotation.replaceAll("[\\w.]+\\.(?=\\w)", "")) // names of packages
                .sorted()
                .toList();
    }

    /// Returns the names of the methods that JMH calls between two calls of a benchmark.
    static List<String> betweenCallsOf(String benchmark) {
        return new Run(benchmark)
                .states.keySet().stream()
                        .flatMap(state -> setupsAndTearDowns(state).stream())
                        .filter(method -> isSetup(method, Level.Invocation) || isTearDown(method, Level.Invocation))
                        .map(Method::getName)
                        .toList();
    }

    /// Returns the number of entries that each call found.
    List<Integer> sizes() {
        return calls.stream().map(Call::found).toList();
    }

    /// Returns the operations of the first call and how often it did each, such as `{"delete"=1,
    /// "set"=1}`.
    Map<String, Integer> workOfFirst() {
        return calls.getFirst().work();
    }

    /// Returns what calls found and did: one text if all calls were alike, otherwise one for each kind
    /// of call.
    List<String> kindsOfCalls() {
        return calls.stream()
                .map(call -> "of %s entries: %s".formatted(call.found(), call.work()))
                .distinct()
                .toList();
    }

    /// Returns how many of the store's answers each call dropped.
    List<Integer> droppedAnswers() {
        return calls.stream().map(Call::dropped).toList();
    }

    /// Returns how many of the store's answers escaped from each call more than once.
    List<Integer> doubledAnswers() {
        return calls.stream().map(Call::doubled).toList();
    }

    /// Returns the number of KeyRings that each call made.
    List<Integer> keyRingsMade() {
        return calls.stream().map(Call::rings).toList();
    }

    /// Returns the number of keys and values that each call gave the store and that were not ready in
    /// the state.
    List<Integer> textsMade() {
        return calls.stream().map(Call::made).toList();
    }

    /// Returns, for each key that was removed, how many keys had been there longer.
    List<Integer> olderThanTheRemoved() {
        return calls.stream()
                .flatMap(call -> call.operations().stream())
                .filter(operation -> operation.word().equals("delete"))
                .map(Operation::older)
                .toList();
    }

    private void measure() {
        if (states.values().stream()
                .anyMatch(state -> storeField(state.getClass()) != null && storeOf(state) != store)) {
            throw new AssertionError("a setup must not replace the store in its field, but only fill or clear it");
        }
        int found = store.size();
        boolean isOneOfMany = calls.size() >= FEW_CALLS; // then only its operations are looked at
        Set<Object> ready = isOneOfMany ? Set.of() : readyTexts();
        store.takeOperations();
        blackhole.consumed().clear();
        int rings = KeyRing.made();

        Object returned = call(benchmark, measured, arguments);

        List<Operation> operations = store.takeOperations();
        List<Object> escaped = new ArrayList<>(blackhole.consumed());
        escaped.add(returned);
        Map<Object, Integer> open = new IdentityHashMap<>(); // how often an answer has yet to escape
        operations.stream()
                .filter(operation -> !operation.texts().isEmpty()) // a set or a delete
                .forEach(operation -> open.merge(operation.answer(), 1, Integer::sum));
        escaped.forEach(each -> open.computeIfPresent(each, (answer, count) -> count - 1));
        calls.add(new Call(
                found,
                operations,
                putStoreBack(),
                (int) open.values().stream().filter(count -> count > 0).count(),
                (int) open.values().stream().filter(count -> count < 0).count(),
                KeyRing.made() - rings,
                (int) operations.stream()
                        .flatMap(operation -> operation.texts().stream())
                        .filter(text -> !isOneOfMany && !ready.contains(text))
                        .count()));
    }

    /// Puts the store back if a call has replaced it, and returns whether it has.
    private boolean putStoreBack() {
        boolean swapped = false;
        for (Object state : states.values()) {
            Field field = storeField(state.getClass());
            if (field != null && storeOf(state) != store) {
                swapped = true;
                set(field, state);
            }
        }
        return swapped;
    }

    /// Returns the Strings that are ready before a call: those in the KeyRings, arrays and collections
    /// of the states, and the value.
    private Set<Object> readyTexts() {
        Set<Object> texts = Collections.newSetFromMap(new IdentityHashMap<>());
        texts.add(WritesBenchmark.VALUE);
        for (Object state : states.values()) {
            fields(state.getClass()).forEach(field -> texts.addAll(elements(value(field, state))));
        }
        return texts;
    }

    private static Collection<?> elements(Object value) {
        return switch (value) {
            case KeyRing ring -> ring.all();
            case Object[] array -> Arrays.asList(array);
            case Collection<?> collection -> collection;
            case null, default -> List.of();
        };
    }

    private void setUp(Level level) {
        callAll(method -> isSetup(method, level));
    }

    private void tearDown(Level level) {
        callAll(method -> isTearDown(method, level));
    }

    private void callAll(Predicate<Method> wanted) {
        for (Object state : List.copyOf(states.values())) {
            setupsAndTearDowns(state.getClass()).stream()
                    .filter(wanted)
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(method -> call(method, state, arguments(method)));
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

    private Object[] arguments(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(this::argument).toArray();
    }

    private Object argument(Class<?> type) {
        if (type == Blackhole.class) {
            return blackhole;
        }
        if (!type.isAnnotationPresent(State.class)) {
            throw new AssertionError("a parameter must be this package's Blackhole or have @State, and %s is neither"
                    .formatted(type.getName()));
        }
        if (!states.containsKey(type)) {
            Object state = newState(type);
            setupsAndTearDowns(type).forEach(this::arguments); // creates the states that this one needs
            states.put(type, state);
        }
        return states.get(type);
    }

    private Object newState(Class<?> type) {
        for (Method method : setupsAndTearDowns(type)) {
            if (!Modifier.isPublic(method.getModifiers())) {
                throw new AssertionError(
                        "a @Setup or @TearDown method must be public, and %s is not".formatted(method.getName()));
            }
        }
        try {
            Object state = type.getConstructor().newInstance();
            Field field = storeField(type);
            if (field != null) {
                field.set(state, store);
            }
            return state;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(
                    "%s must be public and static, and its store neither final nor private"
                            .formatted(type.getSimpleName()),
                    e);
        }
    }

    /// Returns the setup and teardown methods of a state, including those of its superclasses.
    private static List<Method> setupsAndTearDowns(Class<?> state) {
        return Stream.<Class<?>>iterate(state, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Setup.class) || method.isAnnotationPresent(TearDown.class))
                .toList();
    }

    private static Object storeOf(Object state) {
        return value(storeField(state.getClass()), state);
    }

    private void set(Field field, Object state) {
        try {
            field.set(state, store);
        } catch (IllegalAccessException e) {
            throw new AssertionError("cannot set " + field.getName(), e);
        }
    }

    private static Object value(Field field, Object state) {
        try {
            field.setAccessible(true);
            return field.get(state);
        } catch (IllegalAccessException e) {
            throw new AssertionError("cannot read " + field.getName(), e);
        }
    }

    /// Returns the field named `store` of a state or of a superclass, or null if there is none.
    private static Field storeField(Class<?> state) {
        return fields(state)
                .filter(field -> field.getName().equals("store"))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Field> fields(Class<?> state) {
        return Stream.<Class<?>>iterate(state, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()));
    }

    private static Object call(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError("%s threw %s".formatted(method.getName(), e.getCause()), e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError("cannot call " + method.getName(), e);
        }
    }
}
