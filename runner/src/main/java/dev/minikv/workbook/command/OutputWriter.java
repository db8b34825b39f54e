package dev.minikv.workbook.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;

/// A PrintWriter in UTF-8 that remembers why it could not write.
final class OutputWriter extends PrintWriter {

    private final Remembering stream;

    /// Creates a writer that flushes after each line.
    OutputWriter(OutputStream out) {
        this(new Remembering(out));
    }

    private OutputWriter(Remembering stream) {
        super(stream, true, UTF_8);
        this.stream = stream;
    }

    /// Returns why the output could not be written; empty if it was, or if its reader closed the pipe, as
    /// `head` does.
    Optional<IOException> failure() {
        flush();
        return Optional.ofNullable(stream.failure).filter(failure -> !isClosedPipe(failure));
    }

    /// Linux and macOS use the first words, Windows the second.
    private static boolean isClosedPipe(IOException failure) {
        String reason = String.valueOf(failure.getMessage());
        return reason.contains("Broken pipe") || reason.contains("pipe is being closed");
    }

    /// A stream that keeps its first failure, which a PrintWriter hides.
    private static final class Remembering extends FilterOutputStream {

        private IOException failure;

        Remembering(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }
    }
}
