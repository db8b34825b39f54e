package dev.minikv.step07.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/// Clients that are a burden to a server: idle ones, slow readers, and those that send half a request and are gone.
/// One that the server has disconnected comes back.
final class Crowd implements Closeable {

    /// A key whose value slow readers ask for: best a long one.
    static final String LARGE = "large";

    private static final int TICK_MILLIS = 20; // in which each client does something, or nothing
    private static final int PIECES = 10; // of half a request
    private static final byte[] HALF =
            ("*3\r\n$3\r\nSET\r\n$4\r\nhalf\r\n$100000\r\n" + "-".repeat(200)).getBytes(US_ASCII);
    private static final byte[] PIECE = "-".repeat(100).getBytes(US_ASCII);
    private static final byte[] MANY =
            "*2\r\n$3\r\nGET\r\n$5\r\n%s\r\n".formatted(LARGE).repeat(200).getBytes(US_ASCII);

    /// How many there are of each kind.
    record Size(int idle, int slow, int half) {

        int total() {
            return idle + slow + half;
        }
    }

    private enum Kind {
        IDLE,
        SLOW,
        HALF
    }

    private final IntSupplier port;
    private final List<Client> clients = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 10); // as much as slow readers read at a time
    private final Thread thread;
    private volatile boolean isEnding = false;
    private volatile long connections = 0;
    private volatile long connected = 0;

    /// Lets them come.
    ///
    /// @param port where the server listens, which may change
    Crowd(IntSupplier port, Size size) {
        this.port = port;
        add(size.idle, Kind.IDLE);
        add(size.slow, Kind.SLOW);
        add(size.half, Kind.HALF);
        thread = Thread.ofPlatform().daemon().start(this::run);
    }

    private void add(int count, Kind kind) {
        for (int i = 0; i < count; i++) {
            clients.add(new Client(kind));
        }
    }

    /// Returns how many connections there have been.
    long connections() {
        return connections;
    }

    /// Returns how many are connected.
    long connected() {
        return connected;
    }

    private void run() {
        try {
            while (!isEnding) {
                for (Client client : clients) {
                    client.act();
                }
                connected = clients.stream()
                        .filter(client -> client.channel != null)
                        .count();
                Thread.sleep(TICK_MILLIS);
            }
        } catch (InterruptedException _) {
            // it ends
        }
        clients.forEach(Client::reset);
    }

    @Override
    public void close() {
        leave();
    }

    /// Lets all of them go, and waits until they have.
    void leave() {
        isEnding = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Client {

        private final Kind kind;
        private SocketChannel channel;
        private int pieces = 0;

        Client(Kind kind) {
            this.kind = kind;
        }

        void act() {
            try {
                if (channel == null) {
                    connect();
                } else if (kind == Kind.SLOW) {
                    read();
                } else if (kind == Kind.HALF && pieces++ < PIECES) {
                    channel.write(ByteBuffer.wrap(PIECE));
                } else if (kind == Kind.HALF) {
                    reset();
                }
            } catch (IOException _) {
                reset(); // and connects again
            }
        }

        private void connect() throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.getAsInt()));
            channel.configureBlocking(false);
            connections++;
            if (kind == Kind.SLOW) {
                channel.write(ByteBuffer.wrap(MANY));
            } else if (kind == Kind.HALF) {
                pieces = 0;
                channel.write(ByteBuffer.wrap(HALF));
            }
        }

        private void read() throws IOException {
            if (channel.read(buffer.clear()) < 0) {
                reset();
            }
        }

        /// Goes away without a word, so that the server sees an error rather than the end.
        private void reset() {
            try (SocketChannel old = channel) {
                channel = null;
                if (old != null) {
                    old.setOption(StandardSocketOptions.SO_LINGER, 0);
                }
            } catch (IOException _) {
                // it is gone in any case
            }
        }
    }
}
