package dev.minikv.step07.server;

import java.util.Map;
import java.util.function.IntSupplier;

/// What a server has done, for those who ask. For one thread.
final class Figures {

    private final long start = System.nanoTime();
    private final IntSupplier clients;
    private long accepts = 0;
    private long requests = 0;

    /// Creates the figures of a server.
    ///
    /// @param clients how many are connected
    Figures(IntSupplier clients) {
        this.clients = clients;
    }

    /// Counts a client, and returns how many there were until now.
    long accept() {
        return ++accepts;
    }

    void answer() {
        requests++;
    }

    /// Returns all of it, as lines of a name and a value, in sections.
    String lines(int keys, Map<String, Long> log) {
        var lines = new StringBuilder("""
                # Server
                redis_version:7.0.0
                server_name:mini-kv-store
                process_id:%d
                uptime_in_seconds:%d

                # Clients
                connected_clients:%d
                blocked_clients:0

                # Memory
                used_memory:%d

                # Stats
                total_connections_received:%d
                total_commands_processed:%d

                """.formatted(
                        ProcessHandle.current().pid(),
                        (System.nanoTime() - start) / 1_000_000_000,
                        clients.getAsInt(),
                        Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(),
                        accepts,
                        requests));
        lines.append("# Persistence\n");
        log.forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
        lines.append("\n# Keyspace\n");
        if (keys > 0) {
            lines.append("db0:keys=").append(keys).append(",expires=0,avg_ttl=0\n");
        }
        return lines.toString();
    }
}
