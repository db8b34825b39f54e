package dev.minikv.step04.benchmark;

import dev.minikv.step04.store.Result;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What does it cost to report that a key is absent?
///
/// There are five ways. Each passes the result from the map to a caller that is `depth` calls up the
/// stack, and answers "absent".
///
/// How to read the result:
///
/// - Compare rows with the same depth and the same key.
/// - If the key is `present`, all ways take about the same time: nobody pays for what might go wrong.
/// - At depth 1, the JIT compiler sees the caller and the callee together. It never creates an object
///   that is wrapped only to be unwrapped, and turns a `throw` beside its `catch` into a jump. What
///   remains of an exception is its stack trace, which is taken when the exception is created.
/// - At depth 20, the calls are real. The stack trace records each of them. With or without a trace,
///   the exception is then passed from call to call, and each is checked for a handler.
///
/// The numbers are not a reason to avoid exceptions where something exceptional happens. They say what
/// it costs to use one for what happens at every second `get`.
///
///     java -jar step-04-benchmarks/target/benchmarks.jar ErrorCostBenchmark
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ErrorCostBenchmark {

    @Param({"absent", "present"})
    String key;

    @Param({"1", "20"})
    int depth;

    private final Map<String, String> entries = new HashMap<>(Map.of("present", "a value"));

    /// Null, which the caller must not forget to check.
    @Benchmark
    public String nothing() {
        String value = orNull(depth);
        return value == null ? "absent" : value;
    }

    private String orNull(int calls) {
        return calls > 1 ? orNull(calls - 1) : entries.get(key);
    }

    /// An [Optional]: the type says what can happen.
    @Benchmark
    public String optional() {
        return optional(depth).orElse("absent");
    }

    private Optional<String> optional(int calls) {
        return calls > 1 ? optional(calls - 1) : Optional.ofNullable(entries.get(key));
    }

    /// A sealed [Result]: the type says what can happen, and the error says what did.
    @Benchmark
    public String result() {
        return switch (result(depth)) {
            case Result.Success(String value) -> value;
            case Result.Failure(NotFound _) -> "absent";
        };
    }

    private Result<String, NotFound> result(int calls) {
        if (calls > 1) {
            return result(calls - 1);
        }
        String value = entries.get(key);
        return value == null ? new Result.Failure<>(new NotFound(key)) : new Result.Success<>(value);
    }

    private record NotFound(String key) {}

    /// An ordinary exception.
    @Benchmark
    public String exception() {
        try {
            return orThrow(depth);
        } catch (NotFoundException _) {
            return "absent";
        }
    }

    private String orThrow(int calls) throws NotFoundException {
        if (calls > 1) {
            return orThrow(calls - 1);
        }
        String value = entries.get(key);
        if (value == null) {
            throw new NotFoundException(key);
        }
        return value;
    }

    private static class NotFoundException extends Exception {

        private static final long serialVersionUID = 1;

        NotFoundException(String key) {
            super(key);
        }

        NotFoundException(String key, boolean writableStackTrace) {
            super(key, null, false, writableStackTrace);
        }
    }

    /// An exception without a stack trace: quicker to create, and no help to anyone who has to find out
    /// where it was thrown.
    @Benchmark
    public String exceptionWithoutTrace() {
        try {
            return orThrowWithoutTrace(depth);
        } catch (NotFoundException _) {
            return "absent";
        }
    }

    private String orThrowWithoutTrace(int calls) throws NotFoundException {
        if (calls > 1) {
            return orThrowWithoutTrace(calls - 1);
        }
        String value = entries.get(key);
        if (value == null) {
            throw new NotFoundException(key, false);
        }
        return value;
    }
}
