package dev.minikv.step07.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When a client is late, by a clock that the test reads.
class ConnectionTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final ServerLimits LIMITS =
            new ServerLimits(1, 1, Duration.ofSeconds(1), Duration.ofSeconds(10)); // amid a request, and idle

    private final ByteBuffer buffer = ByteBuffer.allocate(100);
    private Selector selector;
    private SocketChannel client;
    private Connection connection;
    private long connected;

    @BeforeEach
    void connect() throws IOException {
        selector = Selector.open();
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client = SocketChannel.open(listener.getLocalAddress());
            SocketChannel channel = listener.accept();
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            connection = new Connection(channel, key, Talk.open().conversation());
        }
        connected = System.nanoTime();
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
        client.close();
        selector.close();
    }

    /// Sends something, and waits until it is received, and answered if that is possible.
    private void send(String text) throws IOException {
        client.write(ByteBuffer.wrap(text.getBytes()));
        selector.select(_ -> {});
        connection.read(buffer);
        connection.conversation().answer();
        connection.write();
    }

    @Test
    void the_time_of_a_request_begins_with_its_first_byte_and_no_other_one() throws IOException {
        send("P");
        long begun = System.nanoTime();
        assertThat(connection.isLate(connected + SECOND, LIMITS)).isFalse();

        send("I");
        assertThat(connection.isLate(begun + SECOND + 1, LIMITS)).isTrue();
    }

    @Test
    void a_request_that_is_answered_gives_the_next_one_its_time() throws IOException {
        send("PI");
        long begun = System.nanoTime();
        send("NG\r\nPI");
        long answered = System.nanoTime();

        assertThat(connection.isLate(begun + SECOND, LIMITS)).isFalse();
        assertThat(connection.isLate(answered + SECOND + 1, LIMITS)).isTrue();
    }

    @Test
    void a_client_with_nothing_to_finish_has_its_own_limit() throws IOException {
        send("PING\r\n");
        long answered = System.nanoTime();

        assertThat(connection.isLate(connected + 10 * SECOND, LIMITS)).isFalse();
        assertThat(connection.isLate(answered + 10 * SECOND + 1, LIMITS)).isTrue();
    }

    @Test
    void a_client_that_does_not_go_after_the_end_is_soon_late() throws IOException {
        send("QUIT\r\n");
        long left = System.nanoTime();
        send("PING\r\n");

        assertThat(connection.isOpen()).isTrue();
        assertThat(connection.isLate(connected + SECOND, LIMITS)).isFalse();
        assertThat(connection.isLate(left + SECOND + 1, LIMITS)).isTrue();
    }
}
