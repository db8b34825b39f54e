package dev.minikv.step07.exercise2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step07.exercise2.Received.Reason;
import dev.minikv.step07.exercise2.Received.Refused;
import dev.minikv.step07.exercise2.Received.Request;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;

public final class BoundedReader {

    private final InputStream in;
    private final Limits limits;

    public BoundedReader(InputStream in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    public Received next() throws IOException {
        long count = number('*');
        if (count < 0) {
            return new Refused(Reason.MALFORMED);
        }
        if (count > limits.maxWords()) {
            return new Refused(Reason.TOO_MANY_WORDS);
        }
        var words = new ArrayList<String>();
        long sum = 0;
        while (words.size() < count) {
            long length = number('$');
            if (length < 0) {
                return new Refused(Reason.MALFORMED);
            }
            if (length > limits.maxWordBytes()) {
                return new Refused(Reason.WORD_TOO_LONG);
            }
            sum += length;
            if (sum > limits.maxRequestBytes()) {
                return new Refused(Reason.REQUEST_TOO_LONG);
            }
            byte[] word = in.readNBytes((int) length);
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

    private long number(char type) throws IOException {
        if (read() != type) {
            return -1;
        }
        var line = new StringBuilder();
        int next = read();
        while (next != '\r') {
            if (next >= 0xc0) {
                next = new String(new byte[] {(byte) next, (byte) read()}, UTF_8).codePointAt(0);
            }
            line.append((char) next);
            if (line.length() > 10 || !Character.isDigit(next)) {
                return -1;
            }
            next = read();
        }
        if (line.isEmpty() || read() != '\n') {
            return -1;
        }
        try {
            return Long.parseLong(line.toString());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private int read() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }
}
