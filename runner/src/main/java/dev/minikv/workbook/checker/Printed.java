package dev.minikv.workbook.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/// The output that is printed while tests run. Only its beginning is kept, because a loop may print without
/// end.
final class Printed {

    private static final int MAX_BYTES = 1 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
        @Override
        public synchronized void write(int b) {
            if (count < MAX_BYTES) {
                super.write(b);
            }
        }

        @Override
        public synchronized void write(byte[] more, int offset, int length) {
            super.write(more, offset, Math.min(length, MAX_BYTES - count));
        }
    };

    private final PrintStream stream = new PrintStream(bytes, true, UTF_8);

    /// Returns the stream that writes to it.
    PrintStream stream() {
        return stream;
    }

    /// Returns the current end of the output, for [#since].
    int mark() {
        return bytes.size();
    }

    /// Returns the output since a mark.
    String since(int mark) {
        byte[] all = bytes.toByteArray();
        return new String(all, mark, all.length - mark, UTF_8);
    }
}
