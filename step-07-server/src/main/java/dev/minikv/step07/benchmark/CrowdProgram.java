package dev.minikv.step07.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.minikv.step07.wire.Reply;
import dev.minikv.step07.wire.ReplyReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What does a crowd of bad clients cost a good one, and the server?
///
/// One client sends requests and waits for each reply: first alone, and then beside 1,000 connections, of which 100
/// read slowly, 200 send half a request again and again, and the others say nothing.
///
///     java -jar step-07-server/target/benchmarks.jar crowd           our server, ten seconds each
///     java -jar step-07-server/target/benchmarks.jar crowd Redis 30  Redis, thirty seconds each
final class CrowdProgram {

    private static final Crowd.Size CROWD = new Crowd.Size(700, 100, 200);
    private static final int KEYS = 1_000;
    private static final int VALUE_BYTES = 32;
    private static final int LARGE_BYTES = 1 << 16;
    private static final int AT_A_TIME = 100;
    private static final long TIMEOUT_NANOS = Duration.ofSeconds(20).toNanos();

    /// What was measured.
    ///
    /// @param alone how long replies took without the crowd
    /// @param among how long they took beside it
    /// @param connected how many of the crowd were connected
    record Report(Latencies alone, Latencies among, long connected, Memory before, Memory during, Memory after) {

        private static final String LINE = "%-34s %12s %12s %12s%n";

        String text() {
            return LINE.formatted("", "alone", "in a crowd", "afterwards")
                    + LINE.formatted("requests", count(alone), count(among), "")
                    + LINE.formatted("half of the replies within, µs", micros(alone, 0.5), micros(among, 0.5), "")
                    + LINE.formatted("99 % of the replies within, µs", micros(alone, 0.99), micros(among, 0.99), "")
                    + LINE.formatted("all replies within, µs", micros(alone, 1), micros(among, 1), "")
                    + LINE.formatted("memory in use, MB", mega(before.used), mega(during.used), mega(after.used))
                    + LINE.formatted(
                            "memory of the process, MB",
                            mega(before.resident),
                            mega(during.resident),
                            mega(after.resident));
        }

        private static String count(Latencies latencies) {
            return String.format(Locale.ROOT, "%,d", latencies.total());
        }

        private static String micros(Latencies latencies, double share) {
            return String.format(Locale.ROOT, "%,d", latencies.percentile(share) / 1_000);
        }

        private static String mega(long bytes) {
            return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
        }
    }

    /// @param used what the server has in use, in bytes
    /// @param resident what the system has given it
    record Memory(long used, long resident) {

        static Memory of(ServerProcess server, String kind) throws IOException, InterruptedException {
            return new Memory(Info.usedBytes(server, !kind.equals("Redis")), Info.residentBytes(server));
        }
    }

    private CrowdProgram() {}

    /// Measures, and prints a table.
    ///
    /// @param args which server, and how many seconds for each of the two
    public static void main(String[] args) throws IOException, InterruptedException {
        String kind = args.length > 0 ? args[0] : "server";
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        if (kind.equals("Redis") && ServerProcess.redis().isEmpty()) {
            System.err.println("there is no redis-server on the PATH");
            System.exit(1);
        }
        System.out.printf(Locale.ROOT, "%s: a good client, and %,d others%n", kind, CROWD.total());
        System.out.print(measure(kind, CROWD, Duration.ofSeconds(seconds)).text());
    }

    /// Measures a server.
    ///
    /// @param duration how long without the crowd, and how long with it
    static Report measure(String kind, Crowd.Size size, Duration duration) throws IOException, InterruptedException {
        Requests requests = Requests.set(KEYS, VALUE_BYTES);
        try (var server = ServerProcess.start(kind, Optional.empty());
                var good = new Load(server.port(), 1, 1)) {
            setLarge(server.port());
            send(good, requests, duration); // to warm up
            var before = Memory.of(server, kind);
            Latencies alone = send(good, requests, duration);
            try (var crowd = new Crowd(server::port, size)) {
                await(crowd, size);
                Latencies among = send(good, requests, duration);
                long connected = crowd.connected();
                var during = Memory.of(server, kind);
                crowd.leave();
                send(good, requests, duration); // meanwhile the server notices
                return new Report(alone, among, connected, before, during, Memory.of(server, kind));
            }
        }
    }

    private static void setLarge(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "*3\r\n$3\r\nSET\r\n$5\r\n" + Crowd.LARGE + "\r\n$" + LARGE_BYTES + "\r\n"
                    + "-".repeat(LARGE_BYTES) + "\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            Reply reply = new ReplyReader(new BufferedInputStream(socket.getInputStream())).next();
            if (!reply.equals(Reply.OK)) {
                throw new IOException(reply.toString());
            }
        }
    }

    private static Latencies send(Load good, Requests requests, Duration duration) throws IOException {
        var latencies = new Latencies();
        long start = System.nanoTime();
        while (System.nanoTime() - start < duration.toNanos()) {
            good.send(requests, AT_A_TIME, latencies);
        }
        return latencies;
    }

    private static void await(Crowd crowd, Crowd.Size size) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (crowd.connections() < size.total()) {
            if (System.nanoTime() - start > TIMEOUT_NANOS) {
                throw new IOException("only " + crowd.connections() + " of the crowd have connected");
            }
            Thread.sleep(10);
        }
    }
}
