package dev.minikv.step07.wire;

import dev.minikv.step07.wire.Received.Incomplete;
import dev.minikv.step07.wire.Received.Malformed;
import dev.minikv.step07.wire.Received.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Finds the requests in a stream of bytes, which may arrive in pieces of any size.
///
/// It takes memory for what has arrived, and not for what is announced. The same bytes give the same requests,
/// however they are split. The format is that of [RESP](https://redis.io/docs/latest/develop/reference/protocol-spec/),
/// and what is wrong is told in the words of Redis 7.0. A line that does not begin with `*` is a request typed by
/// hand.
public final class RequestReader {

    private static final Incomplete INCOMPLETE = new Incomplete();
    private static final byte[] NOTHING = {};
    private static final int KEPT_BYTES = 1 << 12; // more is given back when it is empty

    private byte[] bytes = NOTHING;
    private int from = 0; // what is in bytes[from] to bytes[to - 1] is not yet part of a word
    private int to = 0;
    private int searched = 0; // how many of these have been searched for the end of a line
    private int missing = 0; // how many words of the request have not arrived
    private int length = -1; // of the next word; negative if it is not known yet
    private int wordBytes = 0; // of the words that have arrived
    private List<byte[]> words = List.of();

    /// Creates a reader of a new stream.
    public RequestReader() {}

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
                giveBack();
                return INCOMPLETE;
            }
            boolean typed = bytes[from] != '*';
            int end = endOfLine(typed);
            if (end < 0) {
                return end == TOO_LONG
                        ? malformed("too big " + (typed ? "inline request" : "mbulk count string"))
                        : INCOMPLETE;
            }
            if (typed) {
                Optional<List<byte[]>> typedWords = TypedLine.words(bytes, from, end);
                skipLine(end, typed);
                if (typedWords.isEmpty()) {
                    return malformed("unbalanced quotes in request");
                }
                if (!typedWords.get().isEmpty()) {
                    return new Request(typedWords.get());
                }
            } else {
                OptionalLong count = number(from + 1, end);
                if (count.isEmpty() || count.getAsLong() > RequestLimits.KNOWN.maxWords()) {
                    return malformed("invalid multibulk length");
                }
                if (count.getAsLong() > limits.maxWords()) {
                    return malformed(limits.refusal() + " multibulk length");
                }
                skipLine(end, typed);
                missing = (int) Math.max(0, count.getAsLong()); // a request of no words is none
                words = new ArrayList<>(Math.min(missing, 8));
                wordBytes = 0;
            }
        }
        while (missing > 0) {
            if (length < 0) {
                int end = endOfLine(false);
                if (end < 0) {
                    return end == TOO_LONG ? malformed("too big bulk count string") : INCOMPLETE;
                }
                if (bytes[from] != '$') {
                    return malformed("expected '$', got '" + (char) (bytes[from] & 0xff) + "'");
                }
                OptionalLong announced = number(from + 1, end);
                if (announced.isEmpty()
                        || announced.getAsLong() < 0
                        || announced.getAsLong() > RequestLimits.KNOWN.maxWordBytes()) {
                    return malformed("invalid bulk length");
                }
                if (announced.getAsLong() > limits.maxWordBytes()) {
                    return malformed(limits.refusal() + " bulk length");
                }
                if (wordBytes + announced.getAsLong() > limits.maxBytes()) {
                    return malformed("too big request");
                }
                skipLine(end, false);
                length = (int) announced.getAsLong();
            }
            if (to - from < length + 2) {
                return INCOMPLETE;
            }
            if (bytes[from + length] != '\r' || bytes[from + length + 1] != '\n') {
                return malformed("expected a line break after " + length + " bytes");
            }
            words.add(Arrays.copyOfRange(bytes, from, from + length));
            wordBytes += length;
            from += length + 2;
            length = -1;
            missing--;
        }
        wordBytes = 0;
        return new Request(words);
    }

    private static Malformed malformed(String why) {
        return new Malformed("Protocol error: " + why);
    }

    private void giveBack() {
        if (bytes.length > KEPT_BYTES) {
            bytes = NOTHING;
        }
        from = 0;
        to = 0;
    }

    private static final int NOT_YET = -1;
    private static final int TOO_LONG = -2;

    /// Returns where the line ends that starts here: where its LF is if it was typed, and otherwise where CR and LF are.
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

    private void skipLine(int end, boolean typed) {
        from = end + (typed ? 1 : 2);
        searched = 0;
    }

    /// Returns the number that is written there: digits, with a minus before them or not, and no needless zero.
    private OptionalLong number(int start, int end) {
        boolean isNegative = start < end && bytes[start] == '-';
        int first = isNegative ? start + 1 : start;
        int digits = end - first;
        boolean startsWithZero = digits > 0 && bytes[first] == '0';
        if (digits < 1 || digits > 18 || startsWithZero && (digits > 1 || isNegative)) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int i = first; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            number = 10 * number + digit;
        }
        return OptionalLong.of(isNegative ? -number : number);
    }
}
