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

    private static final int MAX_DEPTH = 8;

    private final InputStream in;

    /// Creates a reader of a stream, which should have a buffer.
    public ReplyReader(InputStream in) {
        this.in = in;
    }

    /// Waits for the next reply.
    ///
    /// @throws StreamCorruptedException if what arrives is not a reply
    public Reply next() throws IOException {
        return next(0);
    }

    private Reply next(int depth) throws IOException {
        int type = read();
        String line = line();
        return switch (type) {
            case '+' -> new Reply.Status(line);
            case '-' -> new Reply.Error(line);
            case ':' -> new Reply.Number(number(line));
            case '$' -> line.equals("-1") ? Reply.NIL : new Reply.Text(text(length(line)));
            case '*' -> line.equals("-1") ? Reply.NIL : new Reply.Items(items(length(line), depth));
            default -> throw new StreamCorruptedException();
        };
    }

    private List<Reply> items(int count, int depth) throws IOException {
        if (depth == MAX_DEPTH) {
            throw new StreamCorruptedException();
        }
        var items = new ArrayList<Reply>();
        for (int i = 0; i < count; i++) {
            items.add(next(depth + 1));
        }
        return items;
    }

    private String text(int length) throws IOException {
        byte[] bytes = in.readNBytes(length); // in pieces
        if (bytes.length < length) {
            throw new EOFException();
        }
        if (read() != '\r' || read() != '\n') {
            throw new StreamCorruptedException();
        }
        return decode(bytes);
    }

    private static String decode(byte[] bytes) throws StreamCorruptedException {
        return Utf8.decode(bytes, 0, bytes.length).orElseThrow(StreamCorruptedException::new);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = read(); next != '\r'; next = read()) {
            line.write(next);
            if (line.size() > RequestLimits.MAX_LINE_BYTES) {
                throw new StreamCorruptedException();
            }
        }
        if (read() != '\n') {
            throw new StreamCorruptedException();
        }
        return decode(line.toByteArray());
    }

    private int read() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    private static int length(String line) throws StreamCorruptedException {
        long length = number(line);
        if (length < 0 || length > ReplyWriter.MAX_REPLY_BYTES) {
            throw new StreamCorruptedException();
        }
        return (int) length;
    }

    private static long number(String line) throws StreamCorruptedException {
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException _) {
            throw new StreamCorruptedException();
        }
    }
}
