package dev.minikv.step04.exercise2;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/// Runs a benchmark as JMH does: it sets the parameter, calls `@Setup`, and then calls one of the
/// methods again and again. It looks at the keys that are asked for, and measures no time.
final class Trial {

    private final GetBenchmark benchmark = new GetBenchmark();
    private final RecordingStore store = new RecordingStore();
    private final Set<Object> state;

    Trial(int entries) {
        benchmark.entries = entries;
        benchmark.store = store;
        callAll(Setup.class, Setup::value, Level.Trial);
        callAll(Setup.class, Setup::value, Level.Iteration);
        if (benchmark.store != store) {
            throw new AssertionError("@Setup must fill the store in the field, and not replace it");
        }
        state = state(benchmark);
    }

    /// Returns a trial that starts a millisecond after any other.
    static Trial later(int entries) {
        long now = System.currentTimeMillis();
        while (now == System.currentTimeMillis()) {
            Thread.onSpinWait();
        }
        return new Trial(entries);
    }

    /// Ends an iteration, and starts the next one.
    void nextIteration() {
        callAll(TearDown.class, TearDown::value, Level.Iteration);
        callAll(Setup.class, Setup::value, Level.Iteration);
    }

    /// Returns the keys that this number of calls of `hit` ask for.
    List<String> hits(int calls) {
        return asked("hit", calls, benchmark::hit);
    }

    /// Returns the keys that this number of calls of `miss` ask for.
    List<String> misses(int calls) {
        return asked("miss", calls, benchmark::miss);
    }

    /// Returns the names of the store's methods that this number of calls of `hit` call.
    List<String> hitting(int calls) {
        hits(calls);
        return List.copyOf(store.operations());
    }

    /// Returns the names of the store's methods that this number of calls of `miss` call.
    List<String> missing(int calls) {
        misses(calls);
        return List.copyOf(store.operations());
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

    /// Removes an entry after the setup.
    void delete(String key) {
        store.delete(key);
    }

    /// Returns the keys that are stored, in the order of storing.
    List<String> stored() {
        return store.stored();
    }

    /// Returns the same number of keys that are not stored.
    List<String> absent() {
        return IntStream.range(0, benchmark.entries)
                .mapToObj(i -> "nobody:" + i)
                .toList();
    }

    /// Returns those of the keys that were not in the state before the measurement. Keys are compared
    /// as objects: an equal one does not count.
    List<String> notInState(List<String> keys) {
        return keys.stream().filter(key -> !state.contains(key)).toList();
    }

    /// Returns how many of the keys are stored objects.
    int sameObjects(List<String> keys) {
        Set<Object> objects = identities();
        objects.addAll(stored());
        return (int) keys.stream().filter(objects::contains).count();
    }

    /// Simulates almost as many rounds of `hit` as an int can count: a field that grows in each round
    /// is set to the value that it would have by then.
    void hitForHours() {
        forHours(() -> hits(benchmark.entries));
    }

    /// Simulates almost as many rounds of `miss` as an int can count.
    void missForHours() {
        forHours(() -> misses(benchmark.entries));
    }

    private void forHours(Runnable round) {
        round.run();
        Map<Field, Integer> before = counters();
        round.run();
        counters().forEach((field, now) -> {
            int perRound = now - before.get(field);
            long limit = perRound > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE;
            if (perRound != 0) {
                setCounter(field, (int) (now + (limit - now) / perRound * perRound));
            }
        });
    }

    /// Returns the integers in the fields, including those in an AtomicInteger.
    private Map<Field, Integer> counters() {
        var counters = new HashMap<Field, Integer>();
        for (Field field : GetBenchmark.class.getDeclaredFields()) {
            switch (value(field, benchmark)) {
                case Integer number -> counters.put(field, number);
                case AtomicInteger number -> counters.put(field, number.get());
                case null, default -> {}
            }
        }
        return counters;
    }

    private void setCounter(Field field, int number) {
        try {
            if (value(field, benchmark) instanceof AtomicInteger counter) {
                counter.set(number);
            } else {
                field.set(benchmark, number);
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError("cannot set " + field.getName(), e);
        }
    }

    /// Returns whether a part of these keys can be predicted: because the distance to the next key is
    /// often the same, or because keys that were stored together come together.
    boolean hasPattern(List<String> keys) {
        List<Integer> places = places(keys);
        int part = keys.size() / 10;
        return IntStream.range(0, 10)
                .mapToObj(i -> places.subList(i * part, (i + 1) * part))
                .anyMatch(some -> repeatsDistances(some) || missesATenth(some));
    }

    /// Returns the position of each key in the order in which the keys were stored, or would have been.
    private List<Integer> places(List<String> keys) {
        var places = new HashMap<String, Integer>();
        for (List<String> all : List.of(stored(), absent())) {
            for (int i = 0; i < all.size(); i++) {
                places.put(all.get(i), i);
            }
        }
        return keys.stream().map(key -> places.getOrDefault(key, 0)).toList();
    }

    /// Returns whether a tenth of the distances are equal, be it from one place to the next or to one a
    /// few places further on. In a shuffled order, hardly any two are.
    private boolean repeatsDistances(List<Integer> places) {
        return IntStream.rangeClosed(1, 8).anyMatch(step -> {
            var counts = new HashMap<Integer, Integer>();
            for (int i = step; i < places.size(); i++) {
                int distance = Math.floorMod(places.get(i) - places.get(i - step), benchmark.entries);
                counts.merge(distance, 1, Integer::sum);
            }
            return Collections.max(counts.values()) > places.size() / 10;
        });
    }

    /// Returns whether none of these places is in some tenth of the store.
    private boolean missesATenth(List<Integer> places) {
        return places.stream()
                        .map(place -> place * 10L / benchmark.entries)
                        .distinct()
                        .count()
                < 10;
    }

    /// Returns those of the two methods that JMH measures.
    static List<String> benchmarks() {
        return Arrays.stream(GetBenchmark.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .filter(List.of("hit", "miss")::contains)
                .sorted()
                .toList();
    }

    /// Returns the names of the methods that JMH calls before or after each call that it measures.
    static List<String> calledBetweenCalls() {
        return Stream.concat(
                        methods(Setup.class, Setup::value, Level.Invocation).stream(),
                        methods(TearDown.class, TearDown::value, Level.Invocation).stream())
                .map(Method::getName)
                .toList();
    }

    private List<String> asked(String method, int times, Runnable measured) {
        store.asked().clear();
        store.operations().clear();
        List<Method> before = methods(Setup.class, Setup::value, Level.Invocation);
        List<Method> after = methods(TearDown.class, TearDown::value, Level.Invocation);
        for (int i = 0; i < times && store.operations().size() == i; i++) { // more would show nothing new
            before.forEach(this::call);
            try {
                measured.run();
            } catch (RuntimeException e) {
                return List.of("call %s of %s threw %s".formatted(i + 1, method, e));
            }
            after.forEach(this::call);
        }
        return List.copyOf(store.asked());
    }

    private <A extends Annotation> void callAll(Class<A> annotation, Function<A, Level> level, Level wanted) {
        methods(annotation, level, wanted).forEach(this::call);
    }

    private static <A extends Annotation> List<Method> methods(
            Class<A> annotation, Function<A, Level> level, Level wanted) {
        return Arrays.stream(GetBenchmark.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(annotation))
                .filter(method -> level.apply(method.getAnnotation(annotation)) == wanted)
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private void call(Method setup) {
        if (!Modifier.isPublic(setup.getModifiers())) {
            throw new AssertionError("JMH calls only public methods, and %s is not public".formatted(setup.getName()));
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
    /// not count, and neither do objects outside an array or collection.
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
