package dev.minikv.step07.server;

import java.time.Duration;

/// What a server bounds, so that no client pays for another.
///
/// @param maxClients how many may be connected
/// @param maxBytes how many bytes all clients may have in memory: requests that are not complete, and replies that
///     are not taken; if they are more, the client with most of them is disconnected
/// @param stalled how long a client may have half a request, or replies that it does not take, without progress
/// @param idle how long a client may have nothing to say
public record ServerLimits(int maxClients, long maxBytes, Duration stalled, Duration idle) {

    /// The limits that a server has by default.
    public static final ServerLimits DEFAULT =
            new ServerLimits(10_000, 1L << 28, Duration.ofSeconds(60), Duration.ofHours(1));
}
