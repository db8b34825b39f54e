package dev.minikv.step07.exercise6;

import java.io.IOException;

/// A client that is connected. Nothing here waits for it.
public interface Client {

    /// Executes the complete requests that have arrived, and lets their replies wait, after those that wait already.
    void answer();

    /// Returns whether replies, or parts of them, wait to be sent.
    boolean hasReplies();

    /// Sends as much of the replies as the client takes at the moment, which may be nothing.
    ///
    /// @throws IOException if the client is gone
    void send() throws IOException;

    /// Closes the connection. What waits is lost.
    ///
    /// @throws IOException if that fails; it cannot be used any more in any case
    void close() throws IOException;
}
