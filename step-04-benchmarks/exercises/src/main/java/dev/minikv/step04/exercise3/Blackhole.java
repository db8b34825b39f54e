package dev.minikv.step04.exercise3;

/// Stands in for JMH's Blackhole, as in exercise 4.1. This one counts what it is given.
public final class Blackhole {

    private int consumed = 0;

    /// Takes a result.
    public void consume(Object result) {
        consumed++;
    }

    /// Returns how many results it has taken.
    int consumed() {
        return consumed;
    }
}
