package dev.minikv.step07.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/// How many requests does a server answer in a second, when its clients send the next ones as soon as they have the
/// replies?
///
/// `server` is ours, in a process of its own, as `./workbook serve` starts it. `threads` has a thread for each
/// connection. Each takes turns with Redis under the same load, so what disturbs the machine disturbs both: compare
/// the `multiple` rather than the scores. For `Redis` itself it is 1 if taking turns is fair. `p99Multiple` compares
/// how long the slowest hundredth of all replies took.
///
/// The clients share a thread of this JVM. With two cores, they keep one of them about as busy as the server keeps
/// the other. A single client shares a core with its server.
///
///     java -jar step-07-server/target/benchmarks.jar ServerBenchmark.single -p as=server -p clients=50
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ServerBenchmark {

    private static final int REQUESTS = 4_000; // in a turn
    private static final int PIPELINED_REQUESTS = 20_000;
    private static final int DURABLE_REQUESTS = 500;
    private static final int PIPELINE = 16;

    /// Clients that wait for each reply.
    public static class Single extends TurnsState {

        @Param({"GET", "SET"})
        String command;

        @Param({"1", "50", "500"})
        int clients;

        @Param("10000")
        int keys;

        @Override
        Turns newTurns() throws Exception {
            return new Turns(as, command, false, keys, 32, clients, 1, REQUESTS);
        }
    }

    /// The same with values of 4 kilobytes.
    public static class SingleLarge extends TurnsState {

        @Param({"GET", "SET"})
        String command;

        @Param("50")
        int clients;

        @Param("10000")
        int keys;

        @Override
        Turns newTurns() throws Exception {
            return new Turns(as, command, false, keys, 4_096, clients, 1, REQUESTS);
        }
    }

    /// Clients that send several requests at once. Of a thousand entries most are in the caches of the processor, and
    /// of a hundred thousand most are not: then both servers wait for memory above all.
    public static class Pipelined extends TurnsState {

        @Param({"GET", "SET"})
        String command;

        @Param("50")
        int clients;

        @Param({"1000", "100000"})
        int keys;

        @Override
        Turns newTurns() throws Exception {
            return new Turns(as, command, false, keys, 32, clients, PIPELINE, PIPELINED_REQUESTS);
        }
    }

    /// Servers that force each change before they answer.
    public static class Durable extends TurnsState {

        @Param({"1", "50", "500"})
        int clients;

        @Param("500")
        int keys;

        @Override
        Turns newTurns() throws Exception {
            return new Turns(as, "SET", true, keys, 32, clients, 1, DURABLE_REQUESTS);
        }
    }

    /// Send a request, and wait for the reply.
    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public void single(Single state, Figures figures) throws Exception {
        figures.measure(state.turns);
    }

    /// Send a request with a value of 4 kilobytes, or get such a reply.
    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public void singleLarge(SingleLarge state, Figures figures) throws Exception {
        figures.measure(state.turns);
    }

    /// Send 16 requests, and wait for the replies.
    @Benchmark
    @OperationsPerInvocation(PIPELINED_REQUESTS)
    public void pipelined(Pipelined state, Figures figures) throws Exception {
        figures.measure(state.turns);
    }

    /// Set a value, and wait until it is on the disk.
    @Benchmark
    @OperationsPerInvocation(DURABLE_REQUESTS)
    public void durable(Durable state, Figures figures) throws Exception {
        figures.measure(state.turns);
    }
}
