package dev.minikv.step04.exercise1;

import java.util.ArrayList;
import java.util.List;

/// A stand-in for JMH's Blackhole, which takes results and shows them to nobody. This one keeps them,
/// so that a test can look.
public final class Blackhole {

    private final List<Object> consumed = new ArrayList<>();

    /// Takes a result.
    public void consume(Object result) {
        consumed.add(result);
    }

    /// Returns all results that it has taken, in order.
    List<Object> consumed() {
        return consumed;
    }
}
