package dev.minikv.step07.exercise3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public final class ReplyCodec {

    private ReplyCodec() {}

    public static byte[] encode(List<Optional<byte[]>> values) {
        var reply = new StringBuilder("*" + values.size() + "\r\n");
        for (Optional<byte[]> value : values) {
            if (value.isEmpty()) {
                reply.append("$-1\r\n");
            } else {
                String text = new String(value.get(), ISO_8859_1).strip();
                reply.append("$" + text.length() + "\r\n" + text + "\r\n");
            }
        }
        return reply.toString().getBytes(ISO_8859_1);
    }

    public static List<Optional<byte[]>> decode(byte[] reply) {
        String text = new String(reply, ISO_8859_1);
        int end = text.indexOf("\r\n");
        int count = Integer.parseInt(text.substring(1, end));
        var values = new ArrayList<Optional<byte[]>>();
        while (values.size() < count) {
            int start = end + 2;
            end = text.indexOf("\r\n", start);
            int length = Integer.parseInt(text.substring(start + 1, end));
            if (length < 0) {
                values.add(Optional.empty());
            } else {
                String value = text.substring(end + 2, end + 2 + length);
                values.add(Optional.of(value.getBytes(ISO_8859_1)));
                end += 2 + length;
            }
        }
        return values;
    }
}
