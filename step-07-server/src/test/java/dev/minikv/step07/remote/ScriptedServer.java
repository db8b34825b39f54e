package dev.minikv.step07.remote;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A server that answers what a test wants. Each connection has a script: a reply for each request, after which the
/// server closes. When there are no more scripts, it is gone.
final class ScriptedServer implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    /// The reply to the request with which a store begins.
    static final String PONG = "+PONG\r\n";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;

    @SafeVarargs
    ScriptedServer(List<String>... scripts) throws IOException {
        thread = Thread.ofPlatform().daemon().start(() -> {
            try (listener) {
                for (List<String> script : scripts) {
                    serve(script);
                }
            } catch (IOException _) {
                // the test has ended, or says what it misses
            }
        });
    }

    private void serve(List<String> replies) throws IOException {
        try (Socket socket = listener.accept()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            for (String reply : replies) {
                var request = new byte[1 << 16];
                int length = socket.getInputStream().read(request); // short ones arrive as a whole
                requests.add(new String(request, 0, Math.max(0, length), ISO_8859_1));
                socket.getOutputStream().write(reply.getBytes(ISO_8859_1));
            }
        }
    }

    InetSocketAddress address() {
        return InetSocketAddress.createUnresolved("127.0.0.1", listener.getLocalPort());
    }

    /// Returns the requests that have arrived, those with which stores began aside.
    List<String> requests() {
        return requests.stream().filter(it -> !it.contains("PING")).toList();
    }

    /// Waits until it is gone.
    void awaitEnd() throws InterruptedException {
        thread.join(TIMEOUT_MILLIS);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
