package dev.minikv.workbook.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/// What is printed while tests run. Of what a loop prints without end, only the beginning is kept.
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

    /// Returns what prints into it.
    PrintStream stream() {
        return stream;
    }

    /// Returns how far it has come, for [#since].
    int mark() {
        return bytes.size();
    }

    /// Returns what was printed since a mark was taken.
    String since(int mark) {
        byte[] all = bytes.toByteArray();
        return new String(all, mark, all.length - mark, UTF_8);
    }
}
