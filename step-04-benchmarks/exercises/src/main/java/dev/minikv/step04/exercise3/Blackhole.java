package dev.minikv.step04.exercise3;

import java.util.ArrayList;
import java.util.List;

/// Stands in for JMH's Blackhole, as in exercise 4.1, and keeps what it takes for the tests.
public final class Blackhole {

    private final List<Object> consumed = new ArrayList<>();

    /// Takes a result.
    public void consume(Object result) {
        consumed.add(result);
    }

    /// Returns all that it has taken, the first first.
    List<Object> consumed() {
        return consumed;
    }
}
