package dev.minikv.step07.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step07.Main;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A server in a process of its own: ours, Redis, or one with a thread for each connection.
///
/// @param process where it runs
/// @param port where it listens, on this machine only
record ServerProcess(Process process, int port) implements Closeable {

    private static final int ATTEMPTS = 500;
    private static final int PAUSE_MILLIS = 10;

    /// Returns redis-server, if it is installed.
    static Optional<Path> redis() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("redis-server", "redis-server.exe")
                        .map(name -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Starts one of several kinds.
    ///
    /// @param folder where changes are forced before they are answered; in memory only if there is none
    static ServerProcess start(String kind, Optional<Path> folder) throws IOException, InterruptedException {
        return switch (kind) {
            case "server" -> ours(0, folder, List.of());
            case "threads" ->
                java(
                        ThreadServer.class,
                        folder.map(Path::toString).map(List::of).orElse(List.of()));
            case "Redis" -> redis(folder);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /// Starts the program as `./workbook serve` does.
    ///
    /// @param port where it is to listen; 0 for any that is free
    static ServerProcess ours(int port, Optional<Path> folder, List<String> options) throws IOException {
        var arguments = new ArrayList<>(List.of("--serve", "--port=" + port));
        folder.ifPresent(path -> arguments.add("--data=" + path));
        arguments.addAll(options);
        return java(Main.class, arguments);
    }

    private static ServerProcess java(Class<?> main, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        endWithThisProgram(process);
        BufferedReader out = process.inputReader(UTF_8);
        String line = out.readLine(); // it ends in the port, and perhaps more after a semicolon
        if (line == null) {
            throw new IOException(main.getName() + " has not started");
        }
        return new ServerProcess(process, Integer.parseInt(line.replaceFirst(".*:(\\d+).*", "$1")));
    }

    private static ServerProcess redis(Optional<Path> folder) throws IOException, InterruptedException {
        int port = freePort();
        var command = new ArrayList<>(
                List.of(redis().orElseThrow().toString(), "--bind", "127.0.0.1", "--port", "" + port, "--save", ""));
        folder.ifPresent(path ->
                command.addAll(List.of("--dir", path.toString(), "--appendonly", "yes", "--appendfsync", "always")));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        endWithThisProgram(process);
        var server = new ServerProcess(process, port);
        server.awaitStart();
        return server;
    }

    private static void endWithThisProgram(Process process) {
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /// Returns a port that nobody listens at.
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (ConnectException _) {
                Thread.sleep(PAUSE_MILLIS); // it is starting
            }
        }
        process.destroy();
        throw new IOException("redis-server does not answer at port " + port);
    }

    /// Ends it as a signal does, and waits until it has ended. [Process#destroy] would also close the stream
    /// that the server says goodbye to.
    @Override
    public void close() throws IOException {
        end(process.toHandle()::destroy);
    }

    /// Ends it at once, as a crash does, and waits until it has ended.
    void kill() throws IOException {
        end(process.toHandle()::destroyForcibly);
    }

    private void end(Runnable signal) throws IOException {
        signal.run();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
