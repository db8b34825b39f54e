package dev.minikv.step07.exercise6;

import java.io.IOException;

/// The place where new clients arrive.
public interface Listener {

    /// Lets no more clients in.
    ///
    /// @throws IOException if that fails; nobody is let in any more in any case
    void close() throws IOException;
}
