package dev.minikv.checks.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;

/// A program that runs beside others, such as a server, until it is asked to end.
final class Background implements AutoCloseable {

    private static final String END = "";

    private final Process process;
    private final Duration limit;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /// Starts a program without input.
    ///
    /// @param limit how long it may take to print what is expected, and to end
    Background(ProcessBuilder program, Duration limit) throws IOException {
        this.limit = limit;
        process = program.start();
        process.getOutputStream().close();
        Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        var line = new StringBuilder();
        try (var output = new InputStreamReader(process.getInputStream(), UTF_8)) {
            for (int next = output.read(); next >= 0; next = output.read()) {
                line.append((char) next);
                if (next == '\n') {
                    lines.add(line.toString());
                    line.setLength(0);
                }
            }
        } catch (IOException _) {
            // it was killed
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        lines.add(END);
    }

    /// Returns the next lines, with line ends: fewer than expected if its output ends.
    ///
    /// @throws TimeoutException if they take too long
    List<String> next(int count) throws InterruptedException, TimeoutException {
        var next = new ArrayList<String>();
        while (next.size() < count) {
            String line = lines.poll(limit.toMillis(), MILLISECONDS);
            if (line == null) {
                throw new TimeoutException("no more output after " + limit.toMillis() + " ms");
            }
            if (line.equals(END)) {
                lines.add(END);
                return next;
            }
            next.add(line);
        }
        return next;
    }

    /// Asks it to end, as `kill` does, and returns the rest of its output.
    ///
    /// @throws TimeoutException if it does not end in time
    List<String> end() throws InterruptedException, TimeoutException {
        process.toHandle().destroy(); // Process.destroy closes its output, too
        if (!process.waitFor(limit)) {
            throw new TimeoutException("still running after " + limit.toMillis() + " ms");
        }
        return next(Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
