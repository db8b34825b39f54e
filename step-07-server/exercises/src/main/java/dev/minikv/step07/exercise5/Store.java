package dev.minikv.step07.exercise5;

/// A store that executes requests.
public interface Store {

    /// Executes a request, and returns the bytes of its reply. There is at least one.
    ///
    /// @throws RuntimeException if the store has a bug, which this request has found
    byte[] execute(String request);
}
