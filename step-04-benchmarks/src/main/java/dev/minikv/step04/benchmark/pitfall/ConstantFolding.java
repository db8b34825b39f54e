package dev.minikv.step04.benchmark.pitfall;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What does it cost to compute a key's hash?
///
/// What the JIT compiler knows, it computes once, while it compiles, and never again. The text of a
/// constant it knows. A field of the state may be another one next time: it has to look.
///
/// - `hashOfConstant` takes about as long as returning a number that has been there all the time, for
///   that is what it does.
/// - A field helps only if it is not `final` and gets its value where the compiler does not see it.
///
///     java -jar step-04-benchmarks/target/benchmarks.jar pitfall.ConstantFolding
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConstantFolding {

    private static final String CONSTANT = "user:1q7zk0f";

    private String key = "user:1q7zk0f";

    @Benchmark
    @WrongOnPurpose("the compiler knows the key, and so the hash")
    public int hashOfConstant() {
        return hash(CONSTANT);
    }

    @Benchmark
    public int hashOfField() {
        return hash(key);
    }

    /// As in [String#hashCode], which would compute it once and keep it.
    private static int hash(String key) {
        int hash = 0;
        for (int i = 0; i < key.length(); i++) {
            hash = 31 * hash + key.charAt(i);
        }
        return hash;
    }
}
