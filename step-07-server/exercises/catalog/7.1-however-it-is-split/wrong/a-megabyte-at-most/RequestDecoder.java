package dev.minikv.step07.exercise1;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the requests of one client in the bytes that it sends.
///
/// A request is a line with the number of its words, and then, for each word, a line with its length and the word
/// itself. Each line and each word ends with a line break, CR LF.
///
///     *2     $3     get     $3     tea
public final class RequestDecoder {

    private static final int LINE_BREAK_BYTES = 2;

    private byte[] arrived = {};
    private final byte[] room = new byte[1 << 20];
    private int kept = 0;
    private int at = 0; // where the next line or word begins

    /// Creates a decoder for a client that has not sent anything yet.
    public RequestDecoder() {}

    /// Takes the bytes of one read, and returns the requests that are complete now.
    ///
    /// @param buffer belongs to the caller, who uses it for the next read
    /// @param length how many bytes were read; what follows them in the buffer is from earlier reads
    public List<List<String>> receive(byte[] buffer, int length) {
        System.arraycopy(buffer, 0, room, kept, length);
        kept += length;
        arrived = Arrays.copyOf(room, kept);
        at = 0;
        int used = 0;
        var requests = new ArrayList<List<String>>();
        for (List<String> request = next(); request != null; request = next()) {
            requests.add(request);
            used = at;
        }
        System.arraycopy(room, used, room, 0, kept - used);
        kept -= used;
        return requests;
    }

    /// Returns the request that begins here, or null if it is not complete.
    private List<String> next() {
        int count = number();
        if (count < 0) {
            return null;
        }
        var words = new ArrayList<String>();
        while (words.size() < count) {
            int length = number();
            if (length < 0 || arrived.length - at < length + LINE_BREAK_BYTES) {
                return null;
            }
            words.add(new String(arrived, at, length, UTF_8));
            at += length + LINE_BREAK_BYTES;
        }
        return words;
    }

    /// Returns the number in the line that begins here, and goes on to the next line; or -1 if it has no end yet.
    private int number() {
        int end = at;
        while (end < arrived.length && arrived[end] != '\n') {
            end++;
        }
        if (end == arrived.length) {
            return -1;
        }
        int number = Integer.parseInt(new String(arrived, at + 1, end - at - LINE_BREAK_BYTES, US_ASCII));
        at = end + 1;
        return number;
    }
}
