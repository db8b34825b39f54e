package dev.minikv.step04.exercise1;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/// Calls a benchmark as JMH does, and looks at what comes out of it instead of at the time.
final class Harness {

    private Harness() {}

    /// Returns all that comes out of one call: what the Blackhole has got, and then what is returned.
    static List<Object> escaped(String benchmark, Filled filled) {
        Method method = method(benchmark);
        var blackhole = new Blackhole();
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, filled, blackhole))
                .toArray();
        try {
            Object returned = method.invoke(new AnswersBenchmark(), arguments);
            List<Object> escaped = new ArrayList<>(blackhole.consumed());
            if (method.getReturnType() != void.class) {
                escaped.add(returned);
            }
            return escaped;
        } catch (InvocationTargetException e) {
            throw new AssertionError("%s threw %s".formatted(benchmark, e.getCause()), e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError("JMH calls public methods only, and %s is none".formatted(benchmark), e);
        }
    }

    /// Returns what one call writes to System.out.
    static String printed(String benchmark, Filled filled) {
        PrintStream out = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            escaped(benchmark, filled);
        } finally {
            System.setOut(out);
        }
        return printed.toString(UTF_8);
    }

    private static Method method(String name) {
        return Arrays.stream(AnswersBenchmark.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no public method %s with @Benchmark".formatted(name)));
    }

    private static Object argument(Class<?> type, Filled filled, Blackhole blackhole) {
        if (type == Filled.class) {
            return filled;
        }
        if (type == Blackhole.class) {
            return blackhole;
        }
        throw new AssertionError("a parameter is this package's Filled or Blackhole, not " + type.getName());
    }
}
