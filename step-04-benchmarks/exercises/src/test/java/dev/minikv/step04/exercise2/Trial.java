package dev.minikv.step04.exercise2;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/// Runs a benchmark as JMH does: it sets the parameter, calls `@Setup`, and then calls one of the
/// methods again and again. It looks at the keys that are asked for, instead of at the time.
final class Trial {

    private final GetBenchmark benchmark = new GetBenchmark();
    private final RecordingStore store = new RecordingStore();
    private final Set<Object> state;
    private final Map<String, Integer> calls = new HashMap<>();

    Trial(int entries) {
        benchmark.entries = entries;
        benchmark.store = store;
        setups(Level.Trial).forEach(this::call);
        setups(Level.Iteration).forEach(this::call);
        if (benchmark.store != store) {
            throw new AssertionError("@Setup fills the store in the field, and puts no other there");
        }
        state = state(benchmark);
        store.asked().clear();
    }

    /// Returns the keys that a number of calls of `hit` ask for.
    List<String> hits(int calls) {
        return asked("hit", calls, benchmark::hit);
    }

    /// Returns the keys that a number of calls of `miss` ask for.
    List<String> misses(int calls) {
        return asked("miss", calls, benchmark::miss);
    }

    /// Returns what one call of `hit` returns.
    Optional<String> hit() {
        return benchmark.hit();
    }

    /// Returns what one call of `miss` returns.
    Optional<String> miss() {
        return benchmark.miss();
    }

    /// Stores an entry after the setup.
    void store(String key, String value) {
        store.set(key, value);
    }

    /// Returns the keys that are stored, the first first.
    List<String> stored() {
        return store.stored();
    }

    /// Returns as many keys that are not stored.
    List<String> absent() {
        return IntStream.range(0, benchmark.entries)
                .mapToObj(i -> "nobody:" + i)
                .toList();
    }

    /// Returns those of the keys that were not in the state before the measurement: the same object,
    /// not one that is equal.
    List<String> notInState(List<String> keys) {
        return keys.stream().filter(key -> !state.contains(key)).toList();
    }

    /// Returns how many of the keys are the objects that are stored.
    int sameObjects(List<String> keys) {
        Set<Object> objects = identities();
        objects.addAll(stored());
        return (int) keys.stream().filter(objects::contains).count();
    }

    /// Returns whether there is a pattern in these keys: in the order of storing, the next key is
    /// always about as far away, or the next but one is, or one of the two behind that.
    boolean hasPattern(List<String> keys) {
        return IntStream.rangeClosed(1, 4).anyMatch(step -> distances(keys, step) < keys.size() / 4);
    }

    /// Returns how many different distances there are from a key to the one so many steps later. In a
    /// shuffled order there are more than half as many as keys.
    private int distances(List<String> keys, int step) {
        var places = new ArrayList<>(stored());
        places.addAll(absent());
        var distances = new HashSet<Integer>();
        for (int i = step; i < keys.size(); i++) {
            int distance = places.indexOf(keys.get(i)) - places.indexOf(keys.get(i - step));
            distances.add(Math.floorMod(distance, benchmark.entries));
        }
        return distances.size();
    }

    /// Returns which of the two methods JMH measures.
    static List<String> benchmarks() {
        return Arrays.stream(GetBenchmark.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .filter(List.of("hit", "miss")::contains)
                .sorted()
                .toList();
    }

    /// Returns the names of the methods that JMH calls before each call that it measures.
    static List<String> setupsBetweenCalls() {
        return setups(Level.Invocation).stream().map(Method::getName).toList();
    }

    private List<String> asked(String method, int times, Runnable measured) {
        store.asked().clear();
        for (int i = 0; i < times; i++) {
            setups(Level.Invocation).forEach(this::call);
            int call = calls.merge(method, 1, Integer::sum);
            try {
                measured.run();
            } catch (RuntimeException e) {
                return List.of("call %s of %s threw %s".formatted(call, method, e));
            }
        }
        return List.copyOf(store.asked());
    }

    private static List<Method> setups(Level level) {
        return Arrays.stream(GetBenchmark.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Setup.class))
                .filter(method -> method.getAnnotation(Setup.class).value() == level)
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private void call(Method setup) {
        if (!Modifier.isPublic(setup.getModifiers())) {
            throw new AssertionError("JMH calls public methods only, and %s is none".formatted(setup.getName()));
        }
        try {
            setup.invoke(benchmark);
        } catch (InvocationTargetException e) {
            throw new AssertionError("%s threw %s".formatted(setup.getName(), e.getCause()), e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError("cannot call " + setup.getName(), e);
        }
    }

    /// Returns the objects in the arrays and collections in the benchmark's fields. Static fields do
    /// not count, nor does what is in no array or collection.
    private static Set<Object> state(GetBenchmark benchmark) {
        Set<Object> state = identities();
        for (Field field : GetBenchmark.class.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                state.addAll(elements(value(field, benchmark)));
            }
        }
        return state;
    }

    private static Collection<?> elements(Object value) {
        return switch (value) {
            case Object[] array -> Arrays.asList(array);
            case Collection<?> collection -> collection;
            case null, default -> List.of();
        };
    }

    private static Object value(Field field, GetBenchmark benchmark) {
        try {
            field.setAccessible(true);
            return field.get(benchmark);
        } catch (IllegalAccessException e) {
            throw new AssertionError("cannot read " + field.getName(), e);
        }
    }

    private static Set<Object> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
