package dev.minikv.step07.exercise5;

import java.io.IOException;
import java.util.Optional;

/// A client, at the other end of a connection. Nothing here waits for it.
public interface Client {

    /// Returns the next complete request that has arrived, or empty if there is none at the moment.
    ///
    /// @throws IOException if the client is gone
    Optional<String> nextRequest() throws IOException;

    /// Sends as many bytes as the client takes at the moment, from the first one on.
    ///
    /// @return how many it has taken; 0 if it takes none before it has read what was sent earlier
    /// @throws IOException if the client is gone
    int send(byte[] bytes) throws IOException;

    /// Closes the connection.
    ///
    /// @throws IOException if that fails; it cannot be used any more in any case
    void close() throws IOException;
}
