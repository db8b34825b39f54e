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
                String text = new String(value.get(), ISO_8859_1);
                reply.append("$" + text.length() + "\r\n" + text + "\r\n");
            }
        }
        return reply.toString().getBytes(ISO_8859_1);
    }

    public static List<Optional<byte[]>> decode(byte[] reply) {
        String[] lines = new String(reply, ISO_8859_1).split("\r\n", -1);
        var values = new ArrayList<Optional<byte[]>>();
        for (int i = 1; i < lines.length - 1; i++) {
            int length = Integer.parseInt(lines[i].substring(1));
            if (length < 0) {
                values.add(Optional.empty());
                continue;
            }
            String value = lines[++i];
            if (value.length() < length) {
                value += "\r\n" + lines[++i];
            }
            values.add(Optional.of(value.getBytes(ISO_8859_1)));
        }
        return values;
    }
}
