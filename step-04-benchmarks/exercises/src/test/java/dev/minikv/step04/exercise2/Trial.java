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
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/// Runs a benchmark as JMH does: it sets the parameter, calls `@Setup`, and then calls one of the
/// methods again and again. It looks at the keys that are asked for, instead of at the time.
final class Trial {

    private final GetBenchmark benchmark = new GetBenchmark();
    private final RecordingStore store = new RecordingStore();
    private final Set<Object> state;

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
        return asked(calls, benchmark::hit);
    }

    /// Returns the keys that a number of calls of `miss` ask for.
    List<String> misses(int calls) {
        return asked(calls, benchmark::miss);
    }

    /// Returns the keys that are stored, the first first.
    List<String> stored() {
        return store.stored();
    }

    /// Returns how many of these keys are stored.
    int present(List<String> keys) {
        return (int) keys.stream().filter(new HashSet<>(stored())::contains).count();
    }

    /// Returns those of the keys that were not in a field before the measurement: the same object,
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

    /// Returns whether there is a pattern in these keys: they are in the order of storing, or backwards,
    /// or always as many apart.
    boolean followsAPattern(List<String> keys) {
        var distances = new HashSet<Integer>();
        for (int i = 1; i < keys.size(); i++) {
            int from = stored().indexOf(keys.get(i - 1));
            int to = stored().indexOf(keys.get(i));
            distances.add(Math.floorMod(to - from, stored().size()));
        }
        return distances.size() < keys.size() / 4; // a shuffled order has more than half as many
    }

    /// Returns the names of the methods that JMH calls before each call that it measures.
    static List<String> setupsBetweenCalls() {
        return setups(Level.Invocation).stream().map(Method::getName).toList();
    }

    private List<String> asked(int calls, Runnable measured) {
        store.asked().clear();
        for (int i = 1; i <= calls; i++) {
            setups(Level.Invocation).forEach(this::call);
            try {
                measured.run();
            } catch (RuntimeException e) {
                throw new AssertionError("call %d threw %s".formatted(i, e), e);
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

    /// Returns the objects in the benchmark's fields, and in their arrays and collections: what the
    /// compiler does not know. Static fields do not count, nor does a String in a final one.
    private static Set<Object> state(GetBenchmark benchmark) {
        Set<Object> state = identities();
        for (Field field : GetBenchmark.class.getDeclaredFields()) {
            boolean constant = Modifier.isFinal(field.getModifiers()) && field.getType() == String.class;
            if (!Modifier.isStatic(field.getModifiers()) && !constant) {
                state.addAll(elements(value(field, benchmark)));
            }
        }
        return state;
    }

    private static Collection<?> elements(Object value) {
        return switch (value) {
            case null -> List.of();
            case Object[] array -> new ArrayList<>(Arrays.asList(array));
            case Collection<?> collection -> collection;
            default -> List.of(value);
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
