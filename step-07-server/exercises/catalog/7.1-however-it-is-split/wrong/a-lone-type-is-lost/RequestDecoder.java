package dev.minikv.step07.exercise1;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds the requests of one client in the bytes that it sends.
///
/// A request is a line with the number of its words, and then, for each word, a line with its length and the word
/// itself. Each line and each word ends with a line break, CR LF.
///
///     *2     $3     get     $3     tea
public final class RequestDecoder {

    private static final int LINE_BREAK_BYTES = 2;
    private static final int NOT_COMPLETE = -1;

    private byte[] arrived = {}; // and not yet returned
    private int at = 0; // where the next line or word begins

    /// Creates a decoder for a client that has not sent anything yet.
    public RequestDecoder() {}

    /// Takes the bytes of one read, and returns the requests that are complete now.
    ///
    /// @param buffer belongs to the caller, who uses it for the next read
    /// @param length how many bytes were read; what follows them in the buffer is from earlier reads
    public List<List<String>> receive(byte[] buffer, int length) {
        int before = arrived.length;
        arrived = Arrays.copyOf(arrived, before + length);
        System.arraycopy(buffer, 0, arrived, before, length);
        if (length > 0 && (buffer[length - 1] == '$' || buffer[length - 1] == '*')) {
            arrived = Arrays.copyOf(arrived, arrived.length - 1);
        }
        var requests = new ArrayList<List<String>>();
        Optional<List<String>> request = next();
        while (request.isPresent()) {
            requests.add(request.get());
            arrived = Arrays.copyOfRange(arrived, at, arrived.length);
            request = next();
        }
        return requests;
    }

    /// Returns the request that begins with the first byte, or empty if it is not complete.
    private Optional<List<String>> next() {
        at = 0;
        int count = number();
        var words = new ArrayList<String>();
        while (words.size() < count) {
            int length = number();
            if (length == NOT_COMPLETE || arrived.length - at < length + LINE_BREAK_BYTES) {
                return Optional.empty();
            }
            words.add(new String(arrived, at, length, UTF_8));
            at += length + LINE_BREAK_BYTES;
        }
        return count == NOT_COMPLETE ? Optional.empty() : Optional.of(words);
    }

    /// Returns the number in the line that begins here, and goes on to the next line.
    private int number() {
        int end = at;
        while (end < arrived.length && arrived[end] != '\n') {
            end++;
        }
        if (end == arrived.length) {
            return NOT_COMPLETE;
        }
        int number = Integer.parseInt(new String(arrived, at + 1, end - at - LINE_BREAK_BYTES, US_ASCII));
        at = end + 1;
        return number;
    }
}
