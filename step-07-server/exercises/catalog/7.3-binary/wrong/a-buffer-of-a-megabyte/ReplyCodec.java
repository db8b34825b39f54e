package dev.minikv.step07.exercise3;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The reply to a request for several values, as bytes.
///
/// It is a line with the number of values, and then, for each value, a line with its length and the value itself.
/// Each line and each value ends with a line break, CR LF. Where there is no value, the length is -1, and nothing
/// follows the line.
///
///     *3     $3     tea     $-1     $5     cocoa
public final class ReplyCodec {

    private static final byte[] LINE_BREAK = {'\r', '\n'};
    private static final int ABSENT = -1;
    private static final ByteBuffer BUFFER = ByteBuffer.allocate(1 << 20);

    private ReplyCodec() {}

    /// Returns a reply.
    ///
    /// @param values any bytes each, or empty if there is no value
    public static byte[] encode(List<Optional<byte[]>> values) {
        BUFFER.clear();
        writeLine('*', values.size());
        for (Optional<byte[]> value : values) {
            writeLine('$', value.map(bytes -> bytes.length).orElse(ABSENT));
            if (value.isPresent()) {
                BUFFER.put(value.get());
                BUFFER.put(LINE_BREAK);
            }
        }
        return Arrays.copyOf(BUFFER.array(), BUFFER.position());
    }

    /// Returns the values of a reply.
    public static List<Optional<byte[]>> decode(byte[] reply) {
        var in = ByteBuffer.wrap(reply);
        int count = readNumber(in);
        var values = new ArrayList<Optional<byte[]>>();
        while (values.size() < count) {
            int length = readNumber(in);
            values.add(length == ABSENT ? Optional.empty() : Optional.of(readValue(in, length)));
        }
        return values;
    }

    private static void writeLine(char type, int number) {
        BUFFER.put((type + Integer.toString(number)).getBytes(US_ASCII));
        BUFFER.put(LINE_BREAK);
    }

    private static int readNumber(ByteBuffer in) {
        in.get(); // the type
        var digits = new StringBuilder();
        for (char next = (char) in.get(); next != '\r'; next = (char) in.get()) {
            digits.append(next);
        }
        in.get(); // LF
        return Integer.parseInt(digits.toString());
    }

    private static byte[] readValue(ByteBuffer in, int length) {
        byte[] value = new byte[length];
        in.get(value);
        in.position(in.position() + LINE_BREAK.length);
        return value;
    }
}
