package dev.minikv.step07.exercise5;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/// A client that does what a test has told it. It notes what is sent to it, and that it is closed.
final class ScriptedClient implements Client {

    private static final int MAX_SENDS = 30; // so that a loop that waits for a client comes to an end

    private final String name;
    private final List<String> steps;
    private final Queue<String> requests = new ArrayDeque<>();
    private final Deque<Integer> takes = new ArrayDeque<>();
    private final List<Integer> offers = new ArrayList<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private int sends = 0;
    private boolean isGone = false;
    private int lastSend = Integer.MAX_VALUE;
    private boolean closes = true;

    ScriptedClient(String name, List<String> steps) {
        this.name = name;
        this.steps = steps;
    }

    /// Lets requests arrive.
    ScriptedClient arrive(String... more) {
        requests.addAll(List.of(more));
        return this;
    }

    /// Says how many bytes it takes when something is sent: the first time, the second time, and so on. After that it
    /// takes all.
    ScriptedClient take(int... counts) {
        for (int count : counts) {
            takes.add(count);
        }
        return this;
    }

    /// Lets it take nothing, however often something is sent.
    ScriptedClient takeNothing() {
        return take(new int[MAX_SENDS]);
    }

    /// Lets it be gone: to ask it for a request fails from now on.
    ScriptedClient leave() {
        isGone = true;
        return this;
    }

    /// Lets it be gone when something is sent: the first time, the second time, and so on.
    ScriptedClient leaveAtSend(int count) {
        lastSend = count;
        return this;
    }

    /// Lets its close fail.
    ScriptedClient failToClose() {
        closes = false;
        return this;
    }

    /// Returns the requests that have arrived and were not asked for.
    List<String> left() {
        return List.copyOf(requests);
    }

    /// Returns how many bytes each call of `send` had for it.
    List<Integer> offers() {
        return List.copyOf(offers);
    }

    /// Returns the bytes that it has taken, in hexadecimal.
    String received() {
        return HexFormat.ofDelimiter(" ").formatHex(received.toByteArray());
    }

    @Override
    public Optional<String> nextRequest() throws IOException {
        if (isGone) {
            steps.add(name + " is gone");
            throw new IOException(name + " is gone");
        }
        return Optional.ofNullable(requests.poll());
    }

    @Override
    public int send(byte[] bytes) throws IOException {
        sends++;
        if (sends > MAX_SENDS) {
            throw new IllegalStateException("more than " + MAX_SENDS + " calls of send");
        }
        if (sends >= lastSend) {
            steps.add(name + " is gone");
            throw new IOException(name + " is gone");
        }
        offers.add(bytes.length);
        int taken = takes.isEmpty() ? bytes.length : Math.min(takes.removeFirst(), bytes.length);
        received.write(bytes, 0, taken);
        steps.add(name + " takes " + (taken == bytes.length ? "all" : taken) + " of " + new String(bytes, UTF_8));
        return taken;
    }

    @Override
    public void close() throws IOException {
        steps.add(name + " is closed");
        if (!closes) {
            throw new IOException("cannot close " + name);
        }
    }
}
