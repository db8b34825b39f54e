package dev.minikv.step07.exercise6;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
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
        long startMillis = clock.nowMillis();
        try {
            listener.close();
        } catch (IOException _) {
            // nobody is let in any more in any case
        }
        List<Client> open = new ArrayList<>(clients);
        try (Closeable _ = this::closeLog;
                Closeable _ = () -> open.forEach(Shutdown::disconnect)) { // which comes before the log
            clients.forEach(Client::answer);
            log.force();
            int gone = sendRound(open);
            while (!open.isEmpty() && clock.nowMillis() - startMillis < Math.min(graceMillis, 3_000)) {
                clock.pause();
                gone += sendRound(open);
            }
            return gone + open.size();
        }
    }

    /// Sends to each client what it takes. Closes those that have all, and those that are gone, and returns how many
    /// are gone.
    private int sendRound(List<Client> open) {
        int gone = 0;
        for (Client client : List.copyOf(open)) {
            try {
                if (client.hasReplies()) {
                    client.send();
                }
                if (client.hasReplies()) {
                    continue;
                }
            } catch (IOException _) {
                gone++;
            }
            open.remove(client);
            disconnect(client);
        }
        return gone;
    }

    private void closeLog() throws IOException {
        while (log.isCompacting()) {
            clock.pause();
        }
        log.close();
    }

    private static void disconnect(Client client) {
        try {
            client.close();
        } catch (IOException _) {
            // it is gone in any case
        }
    }
}
