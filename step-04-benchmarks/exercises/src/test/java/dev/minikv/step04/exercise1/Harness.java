package dev.minikv.step04.exercise1;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/// Calls benchmarks as JMH does, all on the same object and with the same state. It looks at what comes
/// out of them, and measures no time.
final class Harness {

    private final AnswersBenchmark benchmark = new AnswersBenchmark();
    private final RecordingStore store = new RecordingStore();
    private final Filled filled;

    /// Creates a state with this number of keys, every other one of them stored.
    Harness(int keys) {
        filled = new Filled(store, keys);
        filled.fill();
    }

    /// An object that is equal to the wanted one, but another object.
    private record Copy(Object copied) {

        @Override
        public String toString() {
            return "a copy of " + copied;
        }
    }

    /// Stores a value under a key, before the next call.
    void set(String key, String value) {
        store.set(key, value);
    }

    /// Removes a key, before the next call.
    void delete(String key) {
        store.delete(key);
    }

    /// Returns everything that escapes from one call: what the Blackhole got, followed by what is
    /// returned.
    List<Object> escaped(String name) {
        Method method = method(name);
        var blackhole = new Blackhole();
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, blackhole))
                .toArray();
        store.forget();
        try {
            Object returned = method.invoke(benchmark, arguments);
            List<Object> escaped = new ArrayList<>(blackhole.consumed());
            if (method.getReturnType() != void.class) {
                escaped.add(returned);
            }
            return markingCopies(escaped, store.answers());
        } catch (InvocationTargetException e) {
            throw new AssertionError("%s threw %s".formatted(name, e.getCause()), e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError("JMH calls only public methods, and %s is not public".formatted(name), e);
        }
    }

    /// Returns the keys that one call asks for, in order. Anything else that it does to the store is
    /// there in words.
    List<Object> asked(String name) {
        escaped(name);
        return markingCopies(store.asked(), Arrays.asList(filled.keys));
    }

    /// Returns the number of operations by which JMH divides the time of a call.
    static int operationsPerInvocation(String name) {
        var ofMethod = method(name).getAnnotation(OperationsPerInvocation.class);
        var ofClass = AnswersBenchmark.class.getAnnotation(OperationsPerInvocation.class);
        return ofMethod != null ? ofMethod.value() : ofClass != null ? ofClass.value() : 1;
    }

    private static Method method(String name) {
        return Arrays.stream(AnswersBenchmark.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no public method %s with @Benchmark".formatted(name)));
    }

    private Object argument(Class<?> type, Blackhole blackhole) {
        if (type == Filled.class) {
            return filled;
        }
        if (type == Blackhole.class) {
            return blackhole;
        }
        throw new AssertionError("a parameter must be the Filled or Blackhole of this package, not " + type.getName());
    }

    /// Returns the objects, with a [Copy] instead of each that is only equal to one of the originals.
    private static List<Object> markingCopies(List<?> objects, List<?> originals) {
        var marked = new ArrayList<Object>();
        for (Object object : objects) {
            boolean original = originals.stream().anyMatch(candidate -> candidate == object);
            marked.add(original || !originals.contains(object) ? object : new Copy(object));
        }
        return marked;
    }
}
