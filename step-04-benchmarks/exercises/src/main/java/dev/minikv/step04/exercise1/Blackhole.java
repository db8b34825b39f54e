package dev.minikv.step04.exercise1;

import java.util.ArrayList;
import java.util.List;

/// Stands in for JMH's Blackhole, which takes whatever it is given and shows it to nobody. This one
/// keeps it, so that a test can look.
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
