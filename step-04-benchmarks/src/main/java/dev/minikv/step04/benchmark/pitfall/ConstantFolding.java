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
/// If the JIT compiler knows all inputs of a computation, it does the computation once, while it
/// compiles, and uses the result from then on. That is constant folding. It knows the text of a
/// constant. It does not know a field of the state, which may have another value next time, so the code
/// has to read the field.
///
/// How to read the result:
///
/// - `hashOfConstant` takes about as long as returning a number, because that is all that is left of
///   it.
/// - `hashOfField` computes a hash each time. A field helps only if it is not `final`, and gets its
///   value where the compiler does not see it.
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
    @WrongOnPurpose("the compiler knows the key, and therefore the hash")
    public int hashOfConstant() {
        return hash(CONSTANT);
    }

    @Benchmark
    public int hashOfField() {
        return hash(key);
    }

    /// Computes what [String#hashCode] would compute once and keep.
    private static int hash(String key) {
        int hash = 0;
        for (int i = 0; i < key.length(); i++) {
            hash = 31 * hash + key.charAt(i);
        }
        return hash;
    }
}
