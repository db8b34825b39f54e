package dev.minikv.step07.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step07.store.EngineKind;
import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Limits;
import dev.minikv.step07.store.MiniKvStore;
import dev.minikv.step07.store.Result.Success;
import dev.minikv.step07.wire.Reply;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients at real sockets, most of them ill-behaved. None of them costs another one its answers.
class ServerTest {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final int MEGABYTE = 1 << 20;
    private static final Reply PONG = new Reply.Status("PONG");
    private static final String BIG = "x".repeat(100_000);
    private static final String BIG_REPLY = "$100000\r\n" + BIG + "\r\n";

    private static final String SET_BIG = "*3\r\n$3\r\nSET\r\n$3\r\nbig\r\n" + BIG_REPLY;

    private Served served;

    private void serve(int maxClients, long maxBytes, Duration stalled, Duration idle) throws IOException {
        var store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        store.set("big", BIG);
        serve(store, new ServerLimits(maxClients, maxBytes, stalled, idle));
    }

    private void serve(KeyValueStore store, ServerLimits limits) throws IOException {
        served = Served.over(store, () -> {}, limits);
    }

    private void serve() throws IOException {
        serve(2_000, 1L << 28, NEVER, NEVER);
    }

    @AfterEach
    void no_bug_was_found_and_the_server_ends() throws InterruptedException {
        assertThat(served.bugs()).isEmpty();
        assertThat(served.end()).isEmpty();
        assertThat(served.hasEnded()).isTrue();
    }

    private SocketChannel open() throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), served.port()));
        channel.configureBlocking(false);
        return channel;
    }

    /// Sends requests until nobody takes them any more, while others are served, and returns how many bytes were taken.
    private int fill(SocketChannel channel) throws IOException {
        ByteBuffer requests = ByteBuffer.wrap("GET big\r\n".repeat(100_000).getBytes());
        int taken = 0;
        for (int quiet = 0; quiet < 100 && taken < 64 * MEGABYTE; quiet++) {
            int written = channel.write(requests.hasRemaining() ? requests : requests.rewind());
            quiet = written > 0 ? 0 : quiet;
            taken += written;
            assertServes();
        }
        return taken;
    }

    /// Starts to send something over and over again, until nobody takes it any more.
    private static Thread flood(RawClient client, String bytes) {
        return Thread.ofVirtual().start(() -> {
            while (sendIfPossible(client, bytes)) {
                Thread.yield();
            }
        });
    }

    private static boolean sendIfPossible(RawClient client, String bytes) {
        try {
            client.send(bytes);
            return true;
        } catch (IOException _) {
            return false; // the end of the connection
        }
    }

    private void assertServes() throws IOException {
        try (var client = new RawClient(served)) {
            assertThat(client.ask("PING\r\n")).isEqualTo(PONG);
        }
    }

    @Nested
    class Many_clients {

        @Test
        void are_all_answered() throws Exception {
            serve();
            var clients = new ArrayList<RawClient>();
            for (int i = 0; i < 1_000; i++) {
                clients.add(new RawClient(served));
            }
            for (RawClient client : clients) {
                client.send("SET key-" + clients.indexOf(client) + " 1\r\n");
            }
            for (RawClient client : clients) {
                assertThat(client.next()).isEqualTo(Reply.OK);
            }

            assertThat(clients.getFirst().ask("DBSIZE\r\n")).isEqualTo(new Reply.Number(1_001));
            for (RawClient client : clients) {
                client.close();
            }
        }

        @Test
        void more_than_the_limit_are_refused_until_one_goes() throws Exception {
            serve(2, MEGABYTE, NEVER, NEVER);
            var first = new RawClient(served);
            var second = new RawClient(served);
            assertThat(first.ask("PING\r\n")).isEqualTo(PONG);
            assertThat(second.ask("PING\r\n")).isEqualTo(PONG);

            try (var third = new RawClient(served)) {
                assertThat(third.rest()).isEqualTo("-ERR max number of clients reached\r\n");
            }

            assertThat(first.ask("QUIT\r\n")).isEqualTo(Reply.OK);
            assertThat(first.rest()).isEmpty();
            first.close();
            assertThat(second.ask("PING\r\n")).isEqualTo(PONG);
            assertServes();
            second.close();
        }

        @Test
        void have_so_much_memory_together_and_the_greatest_is_let_go() throws Exception {
            serve(100, 12 * MEGABYTE, NEVER, NEVER);
            try (var greatest = new RawClient(served)) {
                greatest.send("*2\r\n$4\r\nECHO\r\n$8000000\r\n" + "x".repeat(7_500_000));
                var others = new ArrayList<RawClient>();
                for (int i = 0; i < 11; i++) {
                    others.add(new RawClient(served));
                    others.getLast().send("*2\r\n$4\r\nECHO\r\n$500000\r\n" + "x".repeat(499_999));
                }

                greatest.awaitEnd();

                for (RawClient client : others) {
                    assertThat(client.ask("x\r\n")).isEqualTo(new Reply.Text("x".repeat(500_000)));
                    client.close();
                }
            }
        }
    }

    @Nested
    class A_client_that_never_reads {

        @Test
        void is_not_listened_to_any_more_and_delays_nobody() throws Exception {
            serve();
            try (SocketChannel channel = open()) {
                assertThat(fill(channel)).as("what was taken from it, in bytes").isLessThan(32 * MEGABYTE);
            }
        }

        @Test
        void is_let_go_after_a_while() throws Exception {
            serve(100, 1L << 28, SOON, NEVER);
            var clients = new ArrayList<Thread>();
            for (int i = 0; i < 20; i++) {
                clients.add(flood(new RawClient(served), "GET big\r\n".repeat(1_000)));
            }

            for (Thread client : clients) {
                assertThat(client.join(Duration.ofSeconds(20))).as("is let go").isTrue();
            }
        }

        @Test
        void and_reads_in_the_end_gets_all_its_replies() throws Exception {
            serve();
            try (var client = new RawClient(served)) {
                client.send("GET big\r\n".repeat(200));
                client.sendEnd();
                assertServes();

                assertThat(client.rest()).isEqualTo(BIG_REPLY.repeat(200));
            }
        }
    }

    @Nested
    class A_client_that_is_late {

        @ParameterizedTest
        @ValueSource(strings = {"*", "PIN", "*2\r\n$4\r\nECHO\r\n$10\r\n12345", "PING\r\nPING\r\nPIN"})
        void with_the_rest_of_a_request_is_let_go(String half) throws Exception {
            serve(100, MEGABYTE, SOON, NEVER);
            try (var client = new RawClient(served);
                    var idle = new RawClient(served)) {
                client.send(half);

                assertThat(client.rest()).isEqualTo("+PONG\r\n".repeat(half.split("PING", -1).length - 1));
                assertThat(idle.ask("PING\r\n")).isEqualTo(PONG);
            }
        }

        @Test
        void is_let_go_even_if_it_sends_a_byte_now_and_then() throws Exception {
            serve(100, MEGABYTE, SOON, NEVER);
            try (var client = new RawClient(served)) {
                client.send("*2\r\n$4\r\nECHO\r\n$1000000\r\n");
                Thread trickle = Thread.ofVirtual().start(() -> {
                    try {
                        for (int i = 0; i < 100_000; i++) {
                            client.send("x");
                            Thread.sleep(5);
                        }
                    } catch (IOException | InterruptedException _) {
                        // it is let go
                    }
                });

                client.awaitEnd();
                client.close();
                trickle.join();
            }
        }

        @Test
        void with_its_next_request_is_let_go_after_the_idle_time() throws Exception {
            serve(100, MEGABYTE, NEVER, SOON);
            try (var client = new RawClient(served);
                    var amid = new RawClient(served)) {
                amid.send("PI");
                assertThat(client.ask("PING\r\n")).isEqualTo(PONG);

                assertThat(client.rest()).isEmpty();
                assertThat(amid.ask("NG\r\n")).isEqualTo(PONG);
            }
        }
    }

    @Nested
    class The_end_of_a_connection {

        @Test
        void that_the_client_has_said_all_gives_all_replies() throws Exception {
            serve();

            assertThat(served.answers("PING\r\n".repeat(100_000) + "PIN")).isEqualTo("+PONG\r\n".repeat(100_000));
        }

        /// To close a socket with something unread would be a reset, which may overtake the reply.
        @ParameterizedTest
        @ValueSource(strings = {"QUIT\r\n", "*1\r\n+\r\n", "*x\r\n", "\"\r\n"})
        void does_not_swallow_the_last_reply_though_more_is_sent(String last) throws Exception {
            serve();
            try (var client = new RawClient(served)) {
                client.send("PING\r\n" + last + "PING\r\n".repeat(MEGABYTE));
                client.sendEnd();

                assertThat(RawReplies.split(client.rest()))
                        .hasSize(2)
                        .startsWith("+PONG\r\n")
                        .last()
                        .asString()
                        .matches("\\+OK\r\n|-ERR Protocol error: .*\r\n");
            }
        }

        @Test
        void of_a_browser_comes_without_a_reply() throws Exception {
            serve();

            assertThat(served.answers("POST / HTTP/1.1\r\nHost: localhost\r\n\r\nSET a b\r\n"))
                    .isEmpty();
            assertThat(served.answers("GET a\r\n")).isEqualTo("$-1\r\n");
        }

        @Test
        void by_a_reset_ends_nobody_else() throws Exception {
            serve();
            try (var other = new RawClient(served)) {
                for (String last : List.of("", "PI", "PING\r\n", "GET big\r\n".repeat(10_000))) {
                    var client = new RawClient(served);
                    client.send(last);
                    client.reset();
                    assertThat(other.ask("PING\r\n")).isEqualTo(PONG);
                }
            }
        }

        @Test
        void by_a_bug_ends_nobody_else_and_is_reported() throws Exception {
            var bug = new IllegalStateException("a bug");
            serve(throwing(bug), ServerLimits.DEFAULT);
            try (var client = new RawClient(served);
                    var other = new RawClient(served)) {
                client.send("PING\r\nGET bug\r\nPING\r\n");

                client.awaitEnd();
                assertThat(other.ask("GET a\r\n")).isEqualTo(Reply.NIL);
            }
            assertThat(served.bugs()).isEqualTo(List.of(bug));
            served.bugs().clear();
        }

        /// Returns a store that throws an exception when the key `bug` is read.
        private static KeyValueStore throwing(RuntimeException bug) {
            var store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
            Class<?>[] types = {KeyValueStore.class};
            return (KeyValueStore) Proxy.newProxyInstance(types[0].getClassLoader(), types, (_, method, arguments) -> {
                if (method.getName().equals("get") && arguments[0].equals("bug")) {
                    throw bug;
                }
                try {
                    return method.invoke(store, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }
    }

    @Nested
    class A_stop {

        private final KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        private final CountDownLatch forceBegun = new CountDownLatch(1);
        private final CountDownLatch forceEnded = new CountDownLatch(1);

        /// Starts a server whose first force of a change lasts until [#stopDuringForce].
        private void serveWithSlowForce() throws IOException {
            served = Served.over(store, this::force, ServerLimits.DEFAULT);
        }

        private void force() {
            if (!store.count().equals(new Success<>(0))) {
                forceBegun.countDown();
                await(forceEnded);
            }
        }

        private void stopDuringForce() throws InterruptedException {
            served.stop();
            forceEnded.countDown();
            served.end();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void sends_the_replies_that_were_begun_even_if_more_requests_arrive() throws Exception {
            serveWithSlowForce();
            try (var client = new RawClient(served)) {
                client.send(SET_BIG + "GET big\r\n".repeat(10));
                await(forceBegun);
                Thread more = Thread.ofVirtual().start(() -> sendIfPossible(client, "PING\r\n".repeat(100_000)));
                more.join(Duration.ofSeconds(1)); // by then it has sent all, or as much as the system takes

                stopDuringForce();

                assertThat(client.rest()).matches("\\+OK\r\n" + "(\\$100000\r\nx+\r\n){10}" + "(\\+PONG\r\n)*+");
            }
        }

        @Test
        void answers_what_has_arrived() throws Exception {
            serveWithSlowForce();
            try (var client = new RawClient(served);
                    var other = new RawClient(served)) {
                assertThat(other.ask("PING\r\n")).isEqualTo(PONG);
                client.send("SET a 1\r\n");
                await(forceBegun);
                other.send("GET a\r\nPI");

                stopDuringForce();

                assertThat(client.rest()).isEqualTo("+OK\r\n");
                assertThat(other.rest()).isEqualTo("$1\r\n1\r\n");
            }
        }

        @Test
        void waits_for_nobody_who_is_idle_or_reads_nothing() throws Exception {
            serve();
            try (var idle = new RawClient(served);
                    var half = new RawClient(served);
                    SocketChannel deaf = open()) {
                assertThat(idle.ask("PING\r\n")).isEqualTo(PONG);
                half.send("PI");
                fill(deaf);

                served.end();

                assertThat(served.hasEnded()).isTrue();
                assertThat(idle.rest()).isEmpty();
                assertThat(half.rest()).isEmpty();
            }
        }

        @Test
        void lets_nobody_in_any_more() throws Exception {
            serve();
            int port = served.port();
            served.end();

            assertThatThrownBy(() -> new RawClient(port)).isInstanceOf(IOException.class);
        }
    }
}
