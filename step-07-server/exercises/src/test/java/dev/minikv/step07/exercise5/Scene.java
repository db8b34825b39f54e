package dev.minikv.step07.exercise5;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A loop and its neighbours, who note what it asks them for. The store answers `tea` with `TEA;`, and `photo` with
/// bytes that are not text. It has two bugs: one is found by requests that begin with `bug`, the other by those that
/// begin with `lost`.
final class Scene {

    private final List<String> steps = new ArrayList<>();
    private final ServerLoop loop;

    /// Creates a loop that executes up to three requests in a turn, and has a patience of 1,000 ms.
    Scene() {
        this(3, 1_000);
    }

    Scene(int maxRequests, long patienceMillis) {
        loop = new ServerLoop(
                this::execute, maxRequests, patienceMillis, bug -> steps.add("report " + bug.getMessage()));
    }

    /// Adds a client to the loop. Its requests have arrived.
    ScriptedClient client(String name, String... requests) {
        var client = new ScriptedClient(name, steps).arrive(requests);
        loop.add(client);
        return client;
    }

    /// Returns how many clients the loop has.
    int clients() {
        return loop.clients();
    }

    /// Runs rounds at these times, and returns what has happened in them.
    List<String> rounds(long... times) {
        steps.clear();
        for (long time : times) {
            steps.add("round at " + time);
            round(time);
        }
        return List.copyOf(steps);
    }

    private void round(long time) {
        try {
            loop.round(time);
        } catch (Exception e) {
            steps.add("throw " + e.getMessage());
        }
    }

    private byte[] execute(String request) {
        steps.add("execute " + request);
        if (request.startsWith("bug")) {
            throw new IllegalStateException(request);
        }
        if (request.startsWith("lost")) {
            throw new UncheckedIOException(request, new IOException());
        }
        if (request.equals("photo")) {
            return new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
        }
        return (request.toUpperCase(Locale.ROOT) + ";").getBytes(UTF_8);
    }
}
