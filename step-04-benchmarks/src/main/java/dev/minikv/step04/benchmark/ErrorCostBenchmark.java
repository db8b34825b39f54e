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

/// What does it cost to say that a key is absent?
///
/// Five ways, each from the map to a caller that stands `depth` calls above and answers "absent".
/// Compare the rows of the same depth and key.
///
/// - With a key that is `present`, all ways take about as long: nobody pays for what may go wrong.
/// - At depth 1, the compiler sees the caller and the callee at once. What is wrapped only to be
///   unwrapped is never created, and `throw` beside its `catch` is a jump. What is left of the
///   exception is its stack trace, taken when it is created.
/// - At depth 20, calls are real. An exception writes down each of them, and then, with a stack trace
///   or without, is handed from one to the next, each of which is asked whether it has a handler.
///
/// The numbers are no reason to avoid exceptions where something exceptional happens: they say what
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

    /// Null, and the caller must not forget to ask.
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

    /// An exception as one writes it.
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

    /// An exception that does not know where it comes from: quicker to make, and no help to those who have
    /// to find out.
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
