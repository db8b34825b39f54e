package dev.minikv.step07.repl;

import java.io.Flushable;
import java.io.IOException;
import java.io.Reader;

/// Input, line by line.
///
/// A line ends only at '\n', as in the original program. `BufferedReader.readLine` would also end a
/// line at a lone '\r', which is ordinary white space here.
final class LineInput {

    private final Reader in;
    private final Flushable out;
    private final char[] chunk = new char[8192];
    private int next = 0; // the next character to hand out
    private int end = 0; // one past the last character that was read

    /// Creates the input over a reader.
    ///
    /// @param out flushed before each wait for the reader, and at no other time
    LineInput(Reader in, Flushable out) {
        this.in = in;
        this.out = out;
    }

    /// Returns the next line without its '\n', or null at the end of the input.
    ///
    /// The cost is proportional to the length of the line.
    String readLine() throws IOException {
        var line = new StringBuilder();
        while (true) {
            int start = next;
            while (next < end && chunk[next] != '\n') {
                next++;
            }
            line.append(chunk, start, next - start);
            if (next < end) {
                next++; // step over the '\n'
                return line.toString();
            }
            if (!readChunk()) {
                return line.isEmpty() ? null : line.toString();
            }
        }
    }

    /// Reads the next chunk, and returns whether there was one.
    private boolean readChunk() throws IOException {
        if (!in.ready()) {
            out.flush(); // about to block: the user must see every answer first
        }
        next = 0;
        end = Math.max(0, in.read(chunk)); // read returns -1 at the end of the input
        return end > 0;
    }
}
