package dev.minikv.step07.exercise2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step07.exercise2.Received.Request;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;

/// Reads the requests of one client, who may be a stranger.
///
/// A request is a line with the number of its words, and then, for each word, a line with its length and the word
/// itself. Each line and each word ends with a line break, CR LF.
///
///     *2     $3     get     $3     tea
public final class BoundedReader {

    private final InputStream in;
    private final Limits limits;

    /// Creates a reader.
    ///
    /// @param in what the client sends; a read of it may return fewer bytes than were asked for
    /// @param limits what each request is held to
    public BoundedReader(InputStream in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    /// Waits for the next request, and reads no byte after it.
    ///
    /// @throws EOFException if the stream ends before the request is complete
    public Received next() throws IOException {
        int count = number();
        var words = new ArrayList<String>(count);
        while (words.size() < count) {
            byte[] word = new byte[number()];
            in.readNBytes(word, 0, word.length);
            read(); // CR
            read(); // LF
            words.add(new String(word, UTF_8));
        }
        return new Request(words);
    }

    /// Returns the number in a line.
    private int number() throws IOException {
        var digits = new StringBuilder();
        read(); // the type of the line
        for (int next = read(); next != '\r'; next = read()) {
            digits.append((char) next);
        }
        read(); // LF
        return Integer.parseInt(digits.toString());
    }

    private int read() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }
}
