package dev.minikv.step07.exercise5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    public void round(long nowMillis) throws IOException {
        for (Connection connection : connections) {
            turn(connection.client);
        }
    }

    private void turn(Client client) throws IOException {
        for (Optional<String> request = client.nextRequest(); request.isPresent(); request = client.nextRequest()) {
            byte[] reply = store.execute(request.get());
            int sent = 0;
            while (sent < reply.length) {
                sent += client.send(Arrays.copyOfRange(reply, sent, reply.length));
            }
        }
    }

    /// What the loop knows about a client.
    private static final class Connection {

        private final Client client;

        private Connection(Client client) {
            this.client = client;
        }
    }
}
