package dev.minikv.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

/// A program that has come to its end: its exit code, and all that it wrote.
///
/// Both outputs are decoded as strict UTF-8, so two outputs that are equal as text are equal byte
/// for byte.
public record Run(int exitCode, String out, String err) {

    /// The time that a program has to come to its end.
    public static final Duration LIMIT = Duration.ofSeconds(30);

    /// Runs a program within [#LIMIT].
    ///
    /// @param input what it finds on its standard input, which then ends
    public static Run of(ProcessBuilder program, String input)
            throws IOException, InterruptedException, TimeoutException {
        return of(program, input.getBytes(UTF_8), LIMIT);
    }

    /// Runs a program.
    ///
    /// @param input what it finds on its standard input, which then ends
    /// @throws IOException if it cannot be started, or writes what is not UTF-8
    /// @throws TimeoutException if it has not ended within the limit; it is stopped then
    public static Run of(ProcessBuilder program, byte[] input, Duration limit)
            throws IOException, InterruptedException, TimeoutException {
        Process process = program.start();
        try {
            // Each stream has its thread: a full pipe stops a program until someone reads from it.
            var out = inBackground(() -> text(process.getInputStream()));
            var err = inBackground(() -> text(process.getErrorStream()));
            inBackground(() -> feed(process, input));
            if (!process.waitFor(limit)) {
                throw new TimeoutException("still running after " + limit.toMillis() + " ms");
            }
            return new Run(process.exitValue(), complete(out, limit), complete(err, limit));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static <T> Future<T> inBackground(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private static Void feed(Process process, byte[] input) {
        try (var in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException e) {
            // It ended without reading all of its input, as any program may.
        }
        return null;
    }

    private static String text(InputStream output) throws IOException {
        var bytes = ByteBuffer.wrap(output.readAllBytes());
        return UTF_8.newDecoder().decode(bytes).toString();
    }

    /// Returns the output of a program that has ended.
    ///
    /// There is a limit here too, as a child that the program left behind may hold the output open.
    private static String complete(Future<String> output, Duration limit)
            throws IOException, InterruptedException, TimeoutException {
        try {
            return output.get(limit.toMillis(), MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the output cannot be read as UTF-8", e.getCause());
        }
    }
}
