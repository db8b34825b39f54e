package dev.minikv.step07.benchmark;

import java.io.IOException;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What JMH cannot know about an iteration: how a server did beside Redis, and how long its slowest replies took.
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Figures {

    private Turns turns;

    /// Sends the requests of a turn to the server that is measured.
    void measure(Turns measured) throws IOException {
        turns = measured;
        turns.measured();
    }

    /// Requests in the same time, divided by those of Redis.
    public double multiple() {
        return turns.multiple();
    }

    /// The time of the slowest hundredth, divided by that of Redis.
    public double p99Multiple() {
        return turns.p99Multiple();
    }

    /// The time of the slowest hundredth.
    public double p99Micros() {
        return turns.p99Micros();
    }
}
