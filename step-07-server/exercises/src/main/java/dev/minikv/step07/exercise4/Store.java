package dev.minikv.step07.exercise4;

import java.io.IOException;

/// A store that keeps its changes in a log.
public interface Store {

    /// Executes a request. A change that it makes is in the log afterwards, and need not be on the disk yet.
    Reply execute(String request);

    /// Waits until all changes so far are on the disk, however many there are.
    ///
    /// @throws IOException if they may not be there
    void force() throws IOException;
}
