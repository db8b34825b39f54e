package dev.minikv.step04.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// What has each step added to the cost of the one before?
///
/// The parameter `step` is the number of a step, or `map` for a bare HashMap, on which the stores are
/// built. A key is never the same object as the stored one, so its chars are compared, and its hash code
/// is already known.
///
/// How to read the result:
///
/// - Compare rows of the same benchmark. The store holds 1,000 entries, few enough to stay in the
///   processor's caches. With more entries, all steps would wait for memory, which hides what a step
///   adds.
/// - `line` is a whole line of a script, from the text that is read to the text that is written. Compare
///   it with the other rows to see which share of a line is spent in the store.
///
///     java -jar step-04-benchmarks/target/benchmarks.jar StepsBenchmark
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepsBenchmark {

    private static final int ENTRIES = 1_000;
    private static final int LINES = 1_000;

    /// A store with all its entries.
    @State(Scope.Thread)
    public static class Filled {

        @Param({"map", "1", "2", "3", "4"})
        String step;

        final Keys keys = new Keys(ENTRIES, 12, Keys.Kind.HELD);
        String value = "another value"; // not final, or javac would copy it into the benchmark
        Contender store;

        @Setup
        public void fill() {
            store = Contenders.ofStep(step);
            keys.fill(store);
        }
    }

    /// A store that is filled again before each invocation. JMH does not count the filling. It does count
    /// some of the time that it takes to stop and start the clock: nanoseconds, which are nothing beside
    /// 1,000 operations, but a lot beside one.
    @State(Scope.Thread)
    public static class Refilled {

        @Param({"map", "1", "2", "3", "4"})
        String step;

        final Keys keys = new Keys(ENTRIES, 12, Keys.Kind.HELD);
        Contender store;

        @Setup
        public void create() {
            store = Contenders.ofStep(step);
        }

        @Setup(Level.Invocation)
        public void fill() {
            keys.fill(store);
        }
    }

    /// A script that every step understands: in equal parts a `set`, a `get` that hits, a `get` that
    /// misses and a `delete`. After the first lines, the store always has about a hundred keys.
    @State(Scope.Thread)
    public static class Script {

        @Param({"1", "2", "3", "4"})
        String step;

        String text;

        @Setup
        public void write() {
            var lines = new StringBuilder();
            for (int i = 0; i < LINES / 4; i++) {
                lines.append("set user:").append(i).append(" value").append(i).append('\n');
                lines.append("get user:").append(i).append('\n');
                lines.append("get nobody:").append(i).append('\n');
                lines.append("delete user:").append(i - 100).append('\n');
            }
            text = lines.toString();
        }
    }

    /// Gets the value of a key that is there.
    @Benchmark
    public Object getHit(Filled filled) {
        return filled.store.get(filled.keys.nextPresent());
    }

    /// Gets the value of a key that is not there.
    @Benchmark
    public Object getMiss(Filled filled) {
        return filled.store.get(filled.keys.nextAbsent());
    }

    /// Sets a key that is there to another value.
    @Benchmark
    public Object overwrite(Filled filled) {
        return filled.store.put(filled.keys.nextPresent(), filled.value);
    }

    /// Sets a new key: the average over the first 1,000 keys of an empty store, including its growth.
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public Contender set(Filled filled, Blackhole blackhole) {
        Contender store = Contenders.ofStep(filled.step);
        for (int i = 0; i < ENTRIES; i++) {
            blackhole.consume(store.put(filled.keys.nextPresent(), filled.value));
        }
        return store;
    }

    /// Deletes a key that is there: the average over emptying a store.
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public void delete(Refilled refilled, Blackhole blackhole) {
        for (int i = 0; i < ENTRIES; i++) {
            blackhole.consume(refilled.store.remove(refilled.keys.nextPresent()));
        }
    }

    /// Parses, executes and answers one line of a script.
    @Benchmark
    @OperationsPerInvocation(LINES)
    public StringWriter line(Script script) throws IOException {
        // Keeps and returns all that is written: if the writer threw its text away, the compiler might never
        // produce it.
        var out = new StringWriter(64 * LINES);
        run(script.step, new StringReader(script.text), out);
        return out;
    }

    private static void run(String step, Reader in, Writer out) throws IOException {
        switch (step) {
            case "1" -> new dev.minikv.step01.repl.Repl(new dev.minikv.step01.store.MiniKvStore(), in, out).run();
            case "2" -> new dev.minikv.step02.repl.Repl(new dev.minikv.step02.store.MiniKvStore(), in, out).run();
            case "3" ->
                new dev.minikv.step03.repl.Repl(
                                new dev.minikv.step03.store.MiniKvStore(dev.minikv.step03.store.Limits.DEFAULT),
                                new dev.minikv.step03.repl.ScriptConsole(in, out, out),
                                false)
                        .run();
            case "4" ->
                new dev.minikv.step04.repl.Repl(
                                new dev.minikv.step04.store.MiniKvStore(
                                        dev.minikv.step04.store.EngineKind.HASH,
                                        dev.minikv.step04.store.Limits.DEFAULT),
                                new dev.minikv.step04.repl.ScriptConsole(in, out, out),
                                false)
                        .run();
            default -> throw new IllegalArgumentException("there is no step " + step);
        }
    }
}
