package dev.minikv.step07.exercise4;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A client, at the other end of a connection.
public interface Client {

    /// Waits until something arrives, and returns the requests that have arrived, in their order. The list is empty
    /// if only a part of a request has arrived.
    ///
    /// @return empty if the client will send nothing more
    /// @throws IOException if the client is gone
    Optional<List<String>> receive() throws IOException;

    /// Sends bytes, at once: that costs a call of the system, and a packet.
    ///
    /// @throws IOException if the client is gone
    void send(byte[] bytes) throws IOException;
}
