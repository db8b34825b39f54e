package dev.minikv.workbook.program;

import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// A program that has ended: its exit code, and all its output.
///
/// Both outputs are decoded as strict UTF-8, so two outputs that are equal as text are equal byte for byte.
/// The exception is [#forPeople].
///
/// @param out its standard output
/// @param err its standard error
public record Run(int exitCode, String out, String err) {

    /// The time limit of a program, unless another is given.
    public static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Charset NATIVE = Charset.forName(System.getProperty("native.encoding"));

    /// Runs a program within [#LIMIT].
    ///
    /// @param input all of its standard input
    /// @throws IOException if it cannot be started, or writes what is not UTF-8
    /// @throws TimeoutException if it has not ended within the limit; it is stopped then
    public static Run of(ProcessBuilder program, String input)
            throws IOException, InterruptedException, TimeoutException {
        return of(program, input.getBytes(UTF_8), LIMIT);
    }

    /// Runs a program. Neither it nor a program that it has started outlives this call.
    ///
    /// @param input all of its standard input
    /// @throws IOException if it cannot be started, or writes what is not UTF-8
    /// @throws TimeoutException if it has not ended within the limit; it is stopped then
    public static Run of(ProcessBuilder program, byte[] input, Duration limit)
            throws IOException, InterruptedException, TimeoutException {
        return of(program, input, limit, UTF_8::newDecoder);
    }

    /// Runs a program without input whose output is for people: it is decoded in this system's encoding,
    /// which need not be UTF-8, and bytes that cannot be decoded are replaced.
    ///
    /// @throws IOException if it cannot be started
    /// @throws TimeoutException if it has not ended within the limit; it is stopped then
    public static Run forPeople(ProcessBuilder program, Duration limit)
            throws IOException, InterruptedException, TimeoutException {
        return of(
                program,
                new byte[0],
                limit,
                () -> NATIVE.newDecoder().onMalformedInput(REPLACE).onUnmappableCharacter(REPLACE));
    }

    private static Run of(ProcessBuilder program, byte[] input, Duration limit, Supplier<CharsetDecoder> decoder)
            throws IOException, InterruptedException, TimeoutException {
        Process process = program.start();
        try (var _ = new WhenStopped(() -> kill(process))) {
            // Each stream has its own thread: a full pipe blocks a program until something reads from it.
            var out = inBackground(() -> decoded(process.getInputStream(), decoder.get()));
            var err = inBackground(() -> decoded(process.getErrorStream(), decoder.get()));
            inBackground(() -> feed(process, input));
            if (!process.waitFor(limit)) {
                throw new TimeoutException("still running after " + limit.toMillis() + " ms");
            }
            return new Run(process.exitValue(), complete(out, limit), complete(err, limit));
        } finally {
            kill(process);
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

    private static String decoded(InputStream output, CharsetDecoder decoder) throws IOException {
        return decoder.decode(ByteBuffer.wrap(output.readAllBytes())).toString();
    }

    /// Returns the output of a program that has ended.
    ///
    /// There is a limit here, too, because a child process that is still running may hold the output open.
    private static String complete(Future<String> output, Duration limit)
            throws IOException, InterruptedException, TimeoutException {
        try {
            return output.get(limit.toMillis(), MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the output cannot be read as UTF-8", e.getCause());
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
