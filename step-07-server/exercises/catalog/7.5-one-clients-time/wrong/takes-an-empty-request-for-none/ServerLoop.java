package dev.minikv.step07.exercise5;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Serves many clients with one thread: round after round, each of them has a turn.
public final class ServerLoop {

    private final Store store;
    private final int maxRequests;
    private final long patienceMillis;
    private final Consumer<RuntimeException> reports;
    private final List<Connection> connections = new ArrayList<>();

    /// Creates a loop without clients.
    ///
    /// @param maxRequests how many requests of a client are executed in a turn
    /// @param patienceMillis how long a client may take nothing of what waits for it
    /// @param reports gets the exceptions that are bugs of the store
    public ServerLoop(Store store, int maxRequests, long patienceMillis, Consumer<RuntimeException> reports) {
        this.store = store;
        this.maxRequests = maxRequests;
        this.patienceMillis = patienceMillis;
        this.reports = reports;
    }

    /// Adds a client. It has its first turn in the next round.
    public void add(Client client) {
        connections.add(new Connection(client));
    }

    /// Returns how many clients are connected.
    public int clients() {
        return connections.size();
    }

    /// Gives each client a turn.
    ///
    /// @param nowMillis the time, counted from any start
    public void round(long nowMillis) {
        for (Connection connection : List.copyOf(connections)) {
            try {
                turn(connection, nowMillis);
            } catch (IOException _) {
                close(connection);
            } catch (RuntimeException e) {
                close(connection);
                reports.accept(e);
            }
        }
    }

    private void turn(Connection connection, long nowMillis) throws IOException {
        if (connection.waiting.length == 0) {
            connection.waiting = answered(connection.client);
            connection.progressMillis = nowMillis;
        }
        if (connection.waiting.length > 0) {
            int sent = connection.client.send(connection.waiting);
            connection.waiting = Arrays.copyOfRange(connection.waiting, sent, connection.waiting.length);
            if (sent > 0) {
                connection.progressMillis = nowMillis;
            } else if (nowMillis - connection.progressMillis > patienceMillis) {
                close(connection);
            }
        }
    }

    /// Executes the requests of a turn, and returns the replies.
    private byte[] answered(Client client) throws IOException {
        var replies = new ByteArrayOutputStream();
        for (int i = 0; i < maxRequests; i++) {
            String request = client.nextRequest().orElse("");
            if (request.isEmpty()) {
                break;
            }
            replies.writeBytes(store.execute(request));
        }
        return replies.toByteArray();
    }

    private void close(Connection connection) {
        connections.remove(connection);
        try {
            connection.client.close();
        } catch (IOException _) {
            // it is gone in any case
        }
    }

    /// What the loop knows about a client.
    private static final class Connection {

        private final Client client;
        private byte[] waiting = {};
        private long progressMillis;

        private Connection(Client client) {
            this.client = client;
        }
    }
}
