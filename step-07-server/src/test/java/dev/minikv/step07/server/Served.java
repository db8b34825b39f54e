package dev.minikv.step07.server;

import dev.minikv.step07.disk.SimulatedDisk;
import dev.minikv.step07.repl.Tokenizer;
import dev.minikv.step07.store.EngineKind;
import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Limits;
import dev.minikv.step07.store.MiniKvStore;
import java.io.Flushable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server for a test, at a port of its own, which ends with the test.
public final class Served implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Server server;
    private final Thread thread;
    private final List<Exception> bugs = new CopyOnWriteArrayList<>();
    private volatile Exception failure;

    private Served(Backend backend, ServerLimits limits) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = new Server(address, backend, limits, bugs::add);
        thread = Thread.ofPlatform().daemon().start(this::run);
    }

    private void run() {
        try {
            server.run();
        } catch (IOException e) {
            failure = e;
        } catch (SimulatedDisk.Crash _) {
            // the end of the process, and the system closes its sockets
        }
    }

    /// Starts a server over an empty store in memory.
    public static Served inMemory() throws IOException {
        return over(new MiniKvStore(EngineKind.HASH, Limits.DEFAULT), () -> {}, ServerLimits.DEFAULT);
    }

    /// Starts a server over a store.
    public static Served over(KeyValueStore store, Flushable log, ServerLimits limits) throws IOException {
        return new Served(backend(store, log, Optional.empty()), limits);
    }

    /// Starts a server that wants a password, over an empty store in memory.
    public static Served withPassword(String password) throws IOException {
        var store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        return new Served(backend(store, () -> {}, Optional.of(password)), ServerLimits.DEFAULT);
    }

    /// Returns what a server serves: a store, whose errors are told by their data.
    public static Backend backend(KeyValueStore store, Flushable log, Optional<String> password) {
        return new Backend(
                store, log, Tokenizer::words, Object::toString, () -> Map.of("appendonly", "no", "save", ""), password);
    }

    public int port() throws IOException {
        return server.address().getPort();
    }

    /// Returns the exceptions that were bugs.
    public List<Exception> bugs() {
        return bugs;
    }

    /// Connects. Reads from the socket fail after 20 s, so that no test hangs.
    public Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /// Sends bytes, says that no more will come, and returns all that is answered. A char is a byte.
    public String answers(String bytes) throws IOException {
        return RawClient.answers(port(), bytes);
    }

    /// Asks it to end.
    public void stop() {
        server.stop();
    }

    /// Asks it to end, waits until it has, and returns why it has failed, if it has.
    public Optional<Exception> end() throws InterruptedException {
        server.stop();
        thread.join(TIMEOUT_MILLIS);
        return Optional.ofNullable(failure);
    }

    /// Returns whether it serves nobody any more.
    public boolean hasEnded() {
        return !thread.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        end();
    }
}
