package dev.minikv.step07.exercise6;

import java.io.IOException;
import java.util.List;

/// The end of a server, which keeps its promises first.
public final class Shutdown {

    private final Listener listener;
    private final List<Client> clients;
    private final Log log;
    private final Clock clock;

    /// Prepares the end of a server.
    ///
    /// @param clients all that are connected; the list cannot be changed
    public Shutdown(Listener listener, List<Client> clients, Log log, Clock clock) {
        this.listener = listener;
        this.clients = clients;
        this.log = log;
        this.clock = clock;
    }

    /// Ends the server.
    ///
    /// @param graceMillis how long clients may take what waits for them
    /// @return how many clients have not got all of their replies
    /// @throws IOException if the log could not be forced or closed
    public int run(long graceMillis) throws IOException {
        for (Client client : clients) {
            client.close();
        }
        log.interrupt();
        log.close();
        listener.close();
        return 0;
    }
}
