package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Serves a store to many clients with one thread, so that each command happens as a whole and nothing is locked.
///
/// The thread goes round: it reads what has arrived from all clients, answers all complete requests, forces the log
/// once for all of them, and only then sends the answers. While it waits for that force, the requests of the next
/// round arrive, so the more clients there are, the more changes share a force (group commit). It never waits for a
/// client.
public final class Server {

    private static final int BACKLOG = 511;
    private static final int READ_BYTES = 1 << 16; // of a client in one round, so that all have their turn
    private static final long SWEEP_NANOS = Duration.ofMillis(500).toNanos();
    private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();
    private static final long GRACE_NANOS = Duration.ofSeconds(3).toNanos(); // for the last replies
    private static final byte[] TOO_MANY = "-ERR max number of clients reached\r\n".getBytes(US_ASCII);

    private final Backend backend;
    private final ServerLimits limits;
    private final Consumer<Exception> reports;
    private final Commands commands;
    private final Selector selector;
    private final ServerSocketChannel listener;
    private final SelectionKey accepting;
    private final ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
    private final Set<Connection> active = new LinkedHashSet<>(); // in this round
    private final Set<Connection> waiting = new LinkedHashSet<>(); // for the next round, and not for their clients
    private long accepted = 0;
    private long heldBytes = 0; // by all connections
    private volatile boolean isEnding = false;

    /// Listens at an address. Clients can connect from now on, and are served by [#run].
    ///
    /// @param address where to listen; with port 0, at one that is free
    /// @param reports is told of exceptions that are bugs; they end one connection
    /// @throws IOException if the address cannot be used
    public Server(InetSocketAddress address, Backend backend, ServerLimits limits, Consumer<Exception> reports)
            throws IOException {
        this.backend = backend;
        this.limits = limits;
        this.reports = reports;
        commands = new Commands(backend);
        listener = ServerSocketChannel.open();
        listener.setOption(StandardSocketOptions.SO_REUSEADDR, true); // or a restart has to wait
        listener.bind(address, BACKLOG);
        listener.configureBlocking(false);
        selector = Selector.open();
        accepting = listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    /// Returns where it listens.
    public InetSocketAddress address() throws IOException {
        return (InetSocketAddress) listener.getLocalAddress();
    }

    /// Serves until [#stop] is called.
    ///
    /// @throws IOException if the log could not be forced; what was not answered then may be on the disk or not
    public void run() throws IOException {
        try {
            long swept = System.nanoTime();
            while (!isEnding) {
                round(SWEEP_NANOS);
                if (System.nanoTime() - swept > SWEEP_NANOS) {
                    swept = System.nanoTime();
                    sweep(swept);
                }
            }
            finish();
        } finally {
            close();
        }
    }

    /// Ends the server: it answers what has arrived, sends the answers to those who take them soon, and closes. For
    /// any thread; it does not wait for that.
    public void stop() {
        isEnding = true;
        selector.wakeup();
    }

    /// Returns whether there was a client with something to do.
    private boolean round(long maxNanos) throws IOException {
        active.clear();
        active.addAll(waiting);
        waiting.clear();
        if (active.isEmpty()) {
            selector.select(this::ready, Math.max(1, maxNanos / 1_000_000));
        } else {
            selector.selectNow(this::ready);
        }
        for (Connection each : active) {
            attempt(each, each.conversation()::answer);
            account(each);
        }
        force();
        active.forEach(this::write);
        return !active.isEmpty();
    }

    private void force() throws IOException {
        try {
            backend.log().flush();
        } catch (IOException e) {
            for (Connection each : active) {
                each.conversation().forceFailed();
                write(each);
            }
            throw e;
        }
    }

    private void write(Connection connection) {
        attempt(connection, () -> {
            if (connection.write()) {
                waiting.add(connection);
            }
        });
        account(connection);
    }

    /// Adds up what the clients have in memory, and disconnects the greatest while that is too much.
    private void account(Connection connection) {
        heldBytes += connection.growth();
        while (heldBytes > limits.maxBytes()) {
            drop(connections().max(Comparator.comparing(Connection::heldBytes)).orElseThrow());
        }
    }

    private void drop(Connection connection) {
        connection.close();
        heldBytes += connection.growth();
    }

    private Stream<Connection> connections() {
        return selector.keys().stream().filter(key -> key != accepting).map(key -> (Connection) key.attachment());
    }

    /// Disconnects those that are late.
    private void sweep(long now) {
        connections().filter(each -> each.isLate(now, limits)).forEach(this::drop);
        accepting.interestOps(SelectionKey.OP_ACCEPT);
    }

    private void finish() throws IOException {
        listener.close();
        round(0); // answers what has arrived
        connections().forEach(Connection::becomeDeaf);
        long deadline = System.nanoTime() + GRACE_NANOS;
        waiting.addAll(connections().filter(Connection::isOpen).toList());
        boolean isBusy = !waiting.isEmpty();
        while (System.nanoTime() < deadline
                && (isBusy || connections().anyMatch(each -> each.conversation().hasReplies()))) {
            isBusy = round(POLL_NANOS); // what still arrives is thrown away: see Connection
        }
    }

    private void close() {
        connections().forEach(Connection::close);
        try (selector) {
            listener.close();
        } catch (IOException _) {
            // nothing depends on it
        }
    }

    private void ready(SelectionKey key) {
        if (key == accepting) {
            accept();
            return;
        }
        var connection = (Connection) key.attachment();
        attempt(connection, () -> {
            if (key.isReadable()) {
                connection.read(buffer);
            }
        });
        if (connection.isOpen()) {
            active.add(connection);
        }
    }

    private interface Attempt {
        void run() throws IOException;
    }

    /// Does something for a client. If that fails, it is the end of this connection only.
    private void attempt(Connection connection, Attempt attempt) {
        try {
            if (connection.isOpen()) {
                attempt.run();
            }
        } catch (IOException _) {
            drop(connection); // the client is gone
        } catch (RuntimeException e) {
            drop(connection);
            reports.accept(e);
        }
    }

    private void accept() {
        try {
            for (SocketChannel channel = listener.accept(); channel != null; channel = listener.accept()) {
                try {
                    welcome(channel);
                } catch (IOException _) {
                    channel.close(); // the client has gone again
                }
            }
        } catch (IOException _) {
            accepting.interestOps(0); // too many files are open: the next sweep tries again
        }
    }

    private void welcome(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        if (selector.keys().size() > limits.maxClients()) { // the listener has one of them
            channel.write(ByteBuffer.wrap(TOO_MANY));
            channel.close();
            return;
        }
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        var session = new Session(++accepted, backend.password().isEmpty());
        key.attach(new Connection(channel, key, new Conversation(commands, session, backend.typed())));
    }
}
