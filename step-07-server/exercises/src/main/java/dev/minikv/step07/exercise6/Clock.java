package dev.minikv.step07.exercise6;

/// The time.
public interface Clock {

    /// Returns the time, counted from any start.
    long nowMillis();

    /// Waits for a moment, so that others can do something.
    void pause();
}
