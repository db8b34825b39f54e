package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real `redis-server` for a test, on loopback and in memory only, which ends with the test.
final class RedisServer implements AutoCloseable {

    /// Whose words and meanings the server has.
    static final String VERSION = "7.0";

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Process process;
    private final int port;

    private RedisServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Returns whether a redis-server of that version is installed.
    static boolean isInstalled() {
        try {
            Process process = new ProcessBuilder("redis-server", "--version").start();
            process.getOutputStream().close();
            String version = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor() == 0 && version.contains(" v=" + VERSION + ".");
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Starts one, and waits until it answers.
    static RedisServer start(String... options) throws Exception {
        int port = freePort();
        var command = new ArrayList<>(List.of("redis-server", "--port", "" + port, "--bind", "127.0.0.1"));
        command.addAll(List.of("--save", "", "--appendonly", "no", "--daemonize", "no"));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var server = new RedisServer(
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start(), port);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MILLIS);
        while (true) {
            try {
                RawClient.answers(port, "PING\r\n");
                return server;
            } catch (IOException e) {
                if (!server.process.isAlive() || System.nanoTime() > deadline) {
                    server.close();
                    throw new AssertionError("redis-server does not answer", e);
                }
                Thread.sleep(10);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
    }
}
