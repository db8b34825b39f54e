package dev.minikv.step07.wire;

import dev.minikv.step07.format.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.List;

/// Reads the replies of a server that speaks RESP2. It takes memory for what has arrived, and not for what is
/// announced.
public final class ReplyReader {

    private final InputStream in;

    /// Creates a reader of a stream, which should have a buffer.
    public ReplyReader(InputStream in) {
        this.in = in;
    }

    /// Waits for the next reply.
    ///
    /// @throws StreamCorruptedException if what arrives is not a reply
    public Reply next() throws IOException {
        return next(true);
    }

    private Reply next(boolean mayBeItems) throws IOException {
        String line = line();
        String rest = line.substring(Math.min(1, line.length()));
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> new Reply.Status(rest);
            case '-' -> new Reply.Error(rest);
            case ':' -> new Reply.Number(number(rest, Long.MIN_VALUE, Long.MAX_VALUE));
            case '$' -> rest.equals("-1") ? Reply.NIL : new Reply.Text(text(length(rest)));
            case '*' -> new Reply.Items(items(length(rest), mayBeItems));
            default -> throw new StreamCorruptedException();
        };
    }

    private List<Reply> items(int count, boolean areExpected) throws IOException {
        if (!areExpected) { // a few bytes could nest deeper than the stack
            throw new StreamCorruptedException();
        }
        var items = new ArrayList<Reply>();
        for (int i = 0; i < count; i++) {
            items.add(next(false));
        }
        return items;
    }

    private String text(int length) throws IOException {
        byte[] bytes = in.readNBytes(length); // in pieces
        if (bytes.length < length) {
            throw new EOFException();
        }
        if (!line().isEmpty()) {
            throw new StreamCorruptedException();
        }
        return decode(bytes);
    }

    private static String decode(byte[] bytes) throws StreamCorruptedException {
        return Utf8.decode(bytes, 0, bytes.length).orElseThrow(StreamCorruptedException::new);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (line.size() == RequestLimits.MAX_LINE_BYTES) {
                throw new StreamCorruptedException();
            }
            line.write(next);
        }
        return decode(line.toByteArray()).replaceFirst("\r$", "");
    }

    private static int length(String line) throws StreamCorruptedException {
        return (int) number(line, 0, ReplyWriter.MAX_REPLY_BYTES);
    }

    private static long number(String line, long min, long max) throws StreamCorruptedException {
        try {
            long number = Long.parseLong(line);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // as for one that is out of range
        }
        throw new StreamCorruptedException();
    }
}
