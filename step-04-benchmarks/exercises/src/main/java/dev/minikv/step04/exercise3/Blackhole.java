package dev.minikv.step04.exercise3;

import java.util.ArrayList;
import java.util.List;

/// A stand-in for JMH's Blackhole, as in exercise 4.1. It keeps the results it takes for the tests.
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
