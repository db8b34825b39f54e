package dev.minikv.step07.exercise3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
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

    private ReplyCodec() {}

    /// Returns a reply.
    ///
    /// @param values any bytes each, or empty if there is no value
    public static byte[] encode(List<Optional<byte[]>> values) {
        var reply = new StringBuilder("*" + values.size() + "\r\n");
        for (Optional<byte[]> value : values) {
            if (value.isPresent()) {
                String text = new String(value.get(), UTF_8);
                reply.append("$" + text.length() + "\r\n" + text + "\r\n");
            } else {
                reply.append("$-1\r\n");
            }
        }
        return reply.toString().getBytes(UTF_8);
    }

    /// Returns the values of a reply.
    public static List<Optional<byte[]>> decode(byte[] reply) {
        String[] lines = new String(reply, UTF_8).split("\r\n", -1);
        var values = new ArrayList<Optional<byte[]>>();
        for (int i = 1; i < lines.length - 1; i++) {
            if (lines[i].equals("$-1")) {
                values.add(Optional.empty());
            } else {
                i++; // the length is that of the line
                values.add(Optional.of(lines[i].getBytes(UTF_8)));
            }
        }
        return values;
    }
}
