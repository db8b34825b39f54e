package dev.minikv.step07.benchmark;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// A server that takes turns with Redis: before each turn of its own, Redis has one.
@State(Scope.Benchmark) // of a thread, there would be one for each
public abstract class TurnsState {

    @Param({"server", "threads", "Redis"})
    String as;

    Turns turns;

    abstract Turns newTurns() throws Exception;

    @Setup
    public void open() throws Exception {
        turns = newTurns();
    }

    @Setup(Level.Iteration)
    public void reset() {
        turns.reset();
    }

    @Setup(Level.Invocation)
    public void letRedis() throws Exception {
        turns.redis();
    }

    @TearDown
    public void close() throws Exception {
        turns.close();
    }
}
