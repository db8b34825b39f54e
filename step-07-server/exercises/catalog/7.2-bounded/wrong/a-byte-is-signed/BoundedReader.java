package dev.minikv.step07.exercise2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step07.exercise2.Received.Reason;
import dev.minikv.step07.exercise2.Received.Refused;
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

    private static final int MAX_DIGITS = 10;
    private static final long NOT_A_NUMBER = -1;

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
        long count = number('*');
        if (count == NOT_A_NUMBER) {
            return new Refused(Reason.MALFORMED);
        }
        if (count > limits.maxWords()) {
            return new Refused(Reason.TOO_MANY_WORDS);
        }
        var words = new ArrayList<String>();
        long room = limits.maxRequestBytes();
        while (words.size() < count) {
            long length = number('$');
            if (length == NOT_A_NUMBER) {
                return new Refused(Reason.MALFORMED);
            }
            if (length > limits.maxWordBytes()) {
                return new Refused(Reason.WORD_TOO_LONG);
            }
            if (length > room) {
                return new Refused(Reason.REQUEST_TOO_LONG);
            }
            room -= length;
            byte[] word = in.readNBytes((int) length); // takes memory for what arrives, and not for the length
            if (word.length < length) {
                throw new EOFException();
            }
            if (read() != '\r' || read() != '\n') {
                return new Refused(Reason.MALFORMED);
            }
            words.add(new String(word, UTF_8));
        }
        return new Request(words);
    }

    /// Returns the number in a line, or -1 if the line is something else.
    ///
    /// @param type the byte with which the line should begin
    private long number(char type) throws IOException {
        if (read() != type) {
            return NOT_A_NUMBER;
        }
        long number = 0;
        int digits = 0;
        int next = read();
        while (digits < MAX_DIGITS && next >= '0' && next <= '9') {
            number = 10 * number + next - '0';
            digits++;
            next = read();
        }
        boolean isNumber = digits > 0 && next == '\r' && read() == '\n';
        return isNumber ? number : NOT_A_NUMBER;
    }

    private int read() throws IOException {
        byte next = (byte) in.read();
        if (next == -1) {
            throw new EOFException();
        }
        return next;
    }
}
