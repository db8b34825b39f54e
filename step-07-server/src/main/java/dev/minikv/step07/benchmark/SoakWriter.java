package dev.minikv.step07.benchmark;

import dev.minikv.step07.wire.Reply;
import dev.minikv.step07.wire.ReplyReader;
import dev.minikv.step07.wire.RequestWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.SplittableRandom;

/// A client that writes, and checks that nothing is lost that was acknowledged.
///
/// It has some pairs of keys of its own. Each time it writes the next number to both keys of a pair, in one request.
/// So both have the same number at any time; it is not less than the last one that was acknowledged, and not greater
/// than the last one that was sent.
final class SoakWriter {

    private static final int PAIRS = 50;
    private static final int MAX_PADDING = 200;
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int PAUSE_MILLIS = 5;

    private final SoakServer server;
    private final String name;
    private final SplittableRandom random;
    private final long[] sent = new long[PAIRS];
    private final long[] acknowledged = new long[PAIRS];
    private final Thread thread;
    private volatile boolean isEnding = false;
    private volatile long requests = 0;
    private volatile long errors = 0;
    private volatile long lost = 0;

    /// Starts it.
    ///
    /// @param name is different for each writer
    SoakWriter(SoakServer server, String name, SplittableRandom random) {
        this.server = server;
        this.name = name;
        this.random = random;
        thread = Thread.ofPlatform().daemon().start(this::run);
    }

    private void run() {
        while (!isEnding) {
            try (var connection = new Connection(server.port())) {
                checkAll(connection);
                while (!isEnding) {
                    int pair = random.nextInt(PAIRS);
                    write(connection, pair);
                    check(connection, random.nextInt(PAIRS));
                }
            } catch (IOException _) {
                errors++;
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            isEnding = true;
        }
    }

    private void write(Connection connection, int pair) throws IOException {
        sent[pair]++;
        String value = sent[pair] + ":" + "-".repeat(random.nextInt(MAX_PADDING));
        Reply reply = connection.ask(List.of("MSET", key(pair, "a"), value, key(pair, "b"), value));
        if (reply.equals(Reply.OK)) {
            acknowledged[pair] = sent[pair];
            requests++;
        } else {
            errors++;
        }
    }

    private void check(Connection connection, int pair) throws IOException {
        Reply reply = connection.ask(List.of("MGET", key(pair, "a"), key(pair, "b")));
        if (reply instanceof Reply.Items(var items)) {
            requests++;
            boolean isSame = items.size() == 2 && items.getFirst().equals(items.getLast());
            long number = items.getFirst() instanceof Reply.Text(String value) ? numberOf(value) : 0;
            if (!isSame || number < acknowledged[pair] || number > sent[pair]) {
                lost++;
            }
        } else {
            errors++;
        }
    }

    private static long numberOf(String value) {
        return Long.parseLong(value.substring(0, value.indexOf(':')));
    }

    private String key(int pair, String suffix) {
        return name + ":" + pair + ":" + suffix;
    }

    private void checkAll(Connection connection) throws IOException {
        for (int pair = 0; pair < PAIRS; pair++) {
            check(connection, pair);
        }
    }

    /// Returns how many requests were answered, errors aside.
    long requests() {
        return requests;
    }

    /// Returns how many errors were answered, and how many connections broke or could not be made.
    long errors() {
        return errors;
    }

    /// Returns how often what it read was not what it had written.
    long lost() {
        return lost;
    }

    /// Ends it, after it has read all that it has written once more.
    void end() throws IOException, InterruptedException {
        isEnding = true;
        thread.join();
        try (var connection = new Connection(server.port())) {
            checkAll(connection);
        }
    }

    private static final class Connection implements AutoCloseable {

        private final Socket socket;
        private final ReplyReader replies;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            replies = new ReplyReader(new BufferedInputStream(socket.getInputStream()));
        }

        Reply ask(List<String> words) throws IOException {
            socket.getOutputStream().write(RequestWriter.encode(words));
            return replies.next();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
