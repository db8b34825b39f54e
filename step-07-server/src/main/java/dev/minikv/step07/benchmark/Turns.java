package dev.minikv.step07.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/// A server under load, and Redis under the same load, in turn: so what disturbs the machine disturbs both.
///
/// Where Redis is not installed there is nothing to compare with, and the multiples are 0.
final class Turns implements Closeable {

    private static final long WARM_UP_NANOS = 300_000_000;
    private static final int WARM_UP_ROUNDS = 20; // through all keys, at most
    private static final int FILLING = 16; // requests at once

    /// One of the two.
    private static final class Side implements Closeable {

        private final Optional<DataFolder> folder;
        private final ServerProcess server;
        private final Load load;
        private final Latencies latencies = new Latencies();
        private long nanos = 0;

        Side(String kind, boolean isDurable, int clients, int pipeline, Requests fill)
                throws IOException, InterruptedException {
            folder = isDurable ? Optional.of(DataFolder.create()) : Optional.empty();
            server = ServerProcess.start(kind, folder.map(DataFolder::path));
            try (var filling = new Load(server.port(), 1, Math.min(FILLING, fill.count()))) {
                filling.send(fill, fill.count(), latencies);
            }
            load = new Load(server.port(), clients, pipeline);
        }

        void send(Requests requests, int count) throws IOException {
            long start = System.nanoTime();
            load.send(requests, count, latencies);
            nanos += System.nanoTime() - start;
        }

        void reset() {
            nanos = 0;
            latencies.reset();
        }

        double p99() {
            return latencies.percentile(0.99);
        }

        @Override
        public void close() throws IOException {
            load.close();
            server.close();
            if (folder.isPresent()) {
                folder.get().delete();
            }
        }
    }

    private final Requests requests;
    private final int count;
    private final Side side;
    private final Optional<Side> redis;

    /// Starts and fills the servers, and warms them up.
    ///
    /// @param kind which server is measured
    /// @param isDurable whether both force each change before they answer
    /// @param count how many requests a turn has
    Turns(String kind, String command, boolean isDurable, int keys, int bytes, int clients, int pipeline, int count)
            throws IOException, InterruptedException {
        this.count = count;
        Requests fill = Requests.set(keys, bytes);
        requests = command.equals("GET") ? Requests.get(keys, bytes) : fill;
        side = new Side(kind, isDurable, clients, pipeline, fill);
        if (isDurable) {
            System.out.printf("(%s) ", side.folder.orElseThrow().disk());
        }
        redis = ServerProcess.redis().isPresent()
                ? Optional.of(new Side("Redis", isDurable, clients, pipeline, fill))
                : Optional.empty();
        if (clients == 1 && !isDurable) {
            OneCore.keep(Stream.concat(
                    Stream.of(ProcessHandle.current()),
                    Stream.concat(Stream.of(side), redis.stream())
                            .map(one -> one.server.process().toHandle())));
        }
        long start = System.nanoTime();
        long rounds = (long) WARM_UP_ROUNDS * keys / count;
        for (int i = 0; i <= rounds && System.nanoTime() - start < WARM_UP_NANOS; i++) {
            measured();
        }
    }

    /// Sends the requests of a turn to the server that is measured.
    void measured() throws IOException {
        side.send(requests, count);
    }

    /// Sends as many to Redis.
    void redis() throws IOException {
        if (redis.isPresent()) {
            redis.get().send(requests, count);
        }
    }

    void reset() {
        side.reset();
        redis.ifPresent(Side::reset);
    }

    /// Returns how many times as many requests as Redis it has answered in the same time.
    double multiple() {
        return redis.map(other -> (double) other.nanos / side.nanos).orElse(0.0);
    }

    /// Returns how many times as long as for Redis the slowest hundredth of all replies have taken, at least.
    double p99Multiple() {
        return redis.map(other -> side.p99() / other.p99()).orElse(0.0);
    }

    /// Returns how long the slowest hundredth of all replies have taken, at least.
    double p99Micros() {
        return side.p99() / 1_000;
    }

    @Override
    public void close() throws IOException {
        side.close();
        if (redis.isPresent()) {
            redis.get().close();
        }
    }
}
