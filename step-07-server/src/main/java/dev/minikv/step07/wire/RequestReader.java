package dev.minikv.step07.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step07.format.Utf8;
import dev.minikv.step07.wire.Received.Incomplete;
import dev.minikv.step07.wire.Received.Malformed;
import dev.minikv.step07.wire.Received.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds the requests in a stream of bytes, which may arrive in pieces of any size.
///
/// It takes memory for what has arrived, and not for what is announced. The same bytes give the same requests,
/// however they are split. The format is that of [RESP](https://redis.io/docs/latest/develop/reference/protocol-spec/),
/// and what is wrong is told in the words of Redis 7.0. A line that does not begin with `*` is a request typed by
/// hand.
public final class RequestReader {

    private static final Incomplete INCOMPLETE = new Incomplete();
    private static final byte[] NOTHING = {};
    private static final int KEPT_BYTES = 1 << 14; // more is given back when it is empty

    private static final int BYTES_BESIDE_A_WORD = 24; // the header of its array, and its place in the list
    private static final int NOT_YET = -1;
    private static final int TOO_LONG = -2;
    private static final long NO_NUMBER = Long.MAX_VALUE;

    private final Function<String, Optional<List<String>>> typed;
    private byte[] bytes = NOTHING;
    private int from = 0; // what is in bytes[from] to bytes[to - 1] is not yet part of a word
    private int to = 0;
    private int searched = 0; // how many of these have been searched for the end of a line
    private int missing = 0; // how many words of the request have not arrived
    private int length = -1; // of the next word; negative if it is not known yet
    private int wordBytes = 0; // of the words that have arrived, in memory
    private List<byte[]> words = List.of();

    /// Creates a reader of a new stream.
    ///
    /// @param typed returns the words of a line, or empty if it cannot be understood
    public RequestReader(Function<String, Optional<List<String>>> typed) {
        this.typed = typed;
    }

    /// Takes the bytes that have arrived.
    ///
    /// @param length how many, from the first one on
    public void add(byte[] arrived, int length) {
        if (to + length > bytes.length) {
            bytes = Arrays.copyOfRange(bytes, from, from + 2 * (to - from + length));
            to -= from;
            from = 0;
        }
        System.arraycopy(arrived, 0, bytes, to, length);
        to += length;
    }

    /// Returns whether there is part of a request.
    public boolean isAmidRequest() {
        return missing > 0 || from < to;
    }

    /// Returns how many bytes it keeps in memory.
    public int heldBytes() {
        return bytes.length + wordBytes;
    }

    /// Returns the next request that has arrived. After a malformed one, do not ask again.
    public Received next(RequestLimits limits) {
        while (missing == 0) {
            if (from == to) {
                bytes = bytes.length > KEPT_BYTES ? NOTHING : bytes;
                from = 0;
                to = 0;
                return INCOMPLETE;
            }
            boolean isTyped = bytes[from] != '*';
            int end = endOfLine(isTyped);
            if (end < 0) {
                return unended(end, isTyped ? "inline request" : "mbulk count string");
            }
            if (!isTyped) {
                long count = number(from + 1, end);
                if (count > limits.maxWords()) {
                    return malformed((count == NO_NUMBER ? "invalid" : limits.refusal()) + " multibulk length");
                }
                skipLine(end + 2);
                missing = (int) Math.max(0, count); // a request of no words is none
                words = new ArrayList<>(Math.min(missing, 8));
            } else {
                var line = Utf8.decode(bytes, from, end - from).flatMap(typed);
                skipLine(end + 1);
                if (line.isEmpty()) {
                    return malformed("unbalanced quotes in request");
                }
                if (!line.get().isEmpty()) {
                    return new Request(line.get().stream()
                            .map(word -> word.getBytes(UTF_8))
                            .toList());
                }
            }
        }
        while (missing > 0) {
            if (length < 0) {
                int end = endOfLine(false);
                if (end < 0) {
                    return unended(end, "bulk count string");
                }
                if (bytes[from] != '$') {
                    return malformed("expected '$', got '" + (char) (bytes[from] & 0xff) + "'");
                }
                long announced = number(from + 1, end);
                if (announced < 0 || announced > limits.maxWordBytes()) {
                    boolean isNone = announced < 0 || announced == NO_NUMBER;
                    return malformed((isNone ? "invalid" : limits.refusal()) + " bulk length");
                }
                if (wordBytes + announced > limits.maxBytes()) {
                    return malformed("too big request");
                }
                skipLine(end + 2);
                length = (int) announced;
            }
            if (to - from < length + 2) {
                return INCOMPLETE;
            }
            if (bytes[from + length] != '\r' || bytes[from + length + 1] != '\n') {
                return malformed("expected a line break after " + length + " bytes");
            }
            words.add(Arrays.copyOfRange(bytes, from, from + length));
            wordBytes += length + BYTES_BESIDE_A_WORD;
            from += length + 2;
            length = -1;
            missing--;
        }
        var request = new Request(words);
        words = List.of(); // they are the caller's now
        wordBytes = 0;
        return request;
    }

    private static Received unended(int end, String what) {
        return end == TOO_LONG ? malformed("too big " + what) : INCOMPLETE;
    }

    private static Malformed malformed(String why) {
        return new Malformed("Protocol error: " + why);
    }

    /// Returns where the line ends that starts here: at LF if it was typed, and otherwise at CR and LF.
    private int endOfLine(boolean typed) {
        for (int i = from + searched; i < to; i++) {
            if (bytes[i] == '\n' && (typed || i > from && bytes[i - 1] == '\r')) {
                int end = typed ? i : i - 1;
                return end - from > RequestLimits.MAX_LINE_BYTES ? TOO_LONG : end;
            }
        }
        searched = to - from;
        return searched > RequestLimits.MAX_LINE_BYTES + 1 ? TOO_LONG : NOT_YET;
    }

    private void skipLine(int next) {
        from = next;
        searched = 0;
    }

    /// Returns the number that is written there: digits, with a minus before them or not, and no needless zero.
    private long number(int start, int end) {
        boolean isNegative = start < end && bytes[start] == '-';
        int first = isNegative ? start + 1 : start;
        int digits = end - first;
        if (digits < 1 || digits > 18 || bytes[first] == '0' && (digits > 1 || isNegative)) {
            return NO_NUMBER;
        }
        long number = 0;
        for (int i = first; i < end; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return NO_NUMBER;
            }
            number = 10 * number + bytes[i] - '0';
        }
        return isNegative ? -number : number;
    }
}
