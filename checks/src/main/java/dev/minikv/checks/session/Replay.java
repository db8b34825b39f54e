package dev.minikv.checks.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.workbook.program.Run;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/// Runs the commands of a block, one after the other.
///
/// A command that ends in `&`, such as a server, runs beside those after it. The next command starts when the
/// lines that are shown have been printed. `kill $!` ends the program, and its output is what the program prints
/// then. Such a program listens at port 7171 on the page and at a free port here, so that two builds can run at
/// once.
final class Replay implements AutoCloseable {

    /// Ends the program in the background.
    static final String KILL = "kill $!";

    /// Makes `java` new enough, whatever this machine has.
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    private static final String IN_BACKGROUND = " &";
    private static final String PORT = "7171";

    private final Path root;
    private final Duration limit;
    private Background background; // null if there is none
    private String port = PORT;

    /// Begins a block.
    ///
    /// @param root where the commands run
    /// @param limit how long each may take
    Replay(Path root, Duration limit) {
        this.root = root;
        this.limit = limit;
    }

    /// Runs the command of a transcript, and returns its output.
    ///
    /// @throws TimeoutException if it takes too long
    String output(Transcript transcript) throws IOException, InterruptedException, TimeoutException {
        String command = transcript.command().text();
        String output;
        if (command.endsWith(IN_BACKGROUND) && background == null) {
            port = freePort();
            String program = command.substring(0, command.length() - IN_BACKGROUND.length());
            background = new Background(program("exec " + program), limit);
            output = String.join("", background.next(transcript.printed().size()));
        } else if (command.equals(KILL) && background != null) {
            output = String.join("", background.end());
            background = null;
        } else {
            output = Run.of(program(command), transcript.typed().getBytes(UTF_8), limit)
                    .out();
        }
        return output.replace(port, PORT);
    }

    private ProcessBuilder program(String command) {
        var program = new ProcessBuilder("sh", "-c", command.replace(PORT, port))
                .directory(root.toFile())
                .redirectErrorStream(true);
        program.environment().merge("PATH", JAVA.toString(), (path, java) -> java + File.pathSeparator + path);
        return program;
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /// Returns whether a program in the background has not been ended.
    boolean hasBackground() {
        return background != null;
    }

    @Override
    public void close() {
        if (background != null) {
            background.close();
        }
    }
}
