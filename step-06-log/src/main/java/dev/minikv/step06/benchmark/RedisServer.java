package dev.minikv.step06.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A Redis server that writes an append-only file, and a connection to it. The server ends with the connection.
///
/// @param process the server
/// @param socket the connection
record RedisServer(Process process, Socket socket) {

    private static final int ATTEMPTS = 500;
    private static final int PAUSE_MILLIS = 10;

    /// Returns the program, if it is installed.
    static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("redis-server", "redis-server.exe")
                        .map(name -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Starts a server.
    ///
    /// @param isDurable whether it forces its file before it answers, or leaves that to the operating system
    static RedisServer start(Path folder, boolean isDurable) throws IOException, InterruptedException {
        int port = freePort();
        Process process = new ProcessBuilder(List.of(
                        program().orElseThrow().toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        "" + port,
                        "--save",
                        "",
                        "--dir",
                        folder.toString(),
                        "--appendonly",
                        "yes",
                        "--appendfsync",
                        isDurable ? "always" : "no"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new RedisServer(process, connect(process, port));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Socket connect(Process process, int port) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
            try {
                var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                return socket;
            } catch (ConnectException _) {
                Thread.sleep(PAUSE_MILLIS); // it is starting
            }
        }
        process.destroy();
        throw new IOException("redis-server does not answer at port " + port);
    }

    /// Ends it, and waits until it has ended.
    void close() throws IOException, InterruptedException {
        socket.close();
        process.destroy();
        process.waitFor();
    }
}
