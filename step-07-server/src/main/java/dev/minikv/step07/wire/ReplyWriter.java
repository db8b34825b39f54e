package dev.minikv.step07.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map.Entry;

/// Collects replies as bytes, until they can be sent.
public final class ReplyWriter {

    /// How many bytes a single reply may have. A longer one is replaced by an error.
    public static final int MAX_REPLY_BYTES = 1 << 26;

    private static final byte[] NOTHING = {};
    private static final String END = "\r\n";
    private static final int MIN_BYTES = 512;
    private static final int KEPT_BYTES = 1 << 14; // more is given back when it is empty

    private byte[] bytes = NOTHING;
    private int from = 0;
    private int to = 0;
    private int start = 0; // of the reply that is being written

    /// Creates a writer of a new stream.
    public ReplyWriter() {}

    /// Writes a reply.
    ///
    /// @param version 2 or 3, the version of RESP
    public void write(Reply reply, int version) {
        start = to;
        if (!put(reply, version)) {
            takeBack(to - start);
            put(new Reply.Error("ERR the reply is larger than " + MAX_REPLY_BYTES + " bytes"), version);
        }
    }

    /// Returns how many bytes wait to be sent.
    public int size() {
        return to - from;
    }

    /// Returns how many bytes it keeps in memory.
    public int heldBytes() {
        return bytes.length;
    }

    /// Removes the last bytes, which must not have been sent.
    public void takeBack(int count) {
        to -= count;
    }

    /// Returns the first bytes that wait, as many as there are up to a maximum.
    public ByteBuffer first(int max) {
        return ByteBuffer.wrap(bytes, from, Math.min(max, size()));
    }

    /// Forgets the first bytes: they are sent.
    public void sent(int count) {
        from += count;
        if (from == to) {
            from = 0;
            to = 0;
            bytes = bytes.length > KEPT_BYTES ? NOTHING : bytes;
        }
    }

    /// Returns whether it had room for the reply.
    private boolean put(Reply reply, int version) {
        switch (reply) {
            case Reply.Status(String word) -> put("+" + word + END);
            case Reply.Error(String text) -> put("-" + text.replace('\r', ' ').replace('\n', ' ') + END);
            case Reply.Number(long value) -> put(":" + value + END);
            case Reply.Nil _ -> put((version == 2 ? "$-1" : "_") + END);
            case Reply.Bytes(byte[] value) -> put("$", value);
            case Reply.Text(String value) -> put("$", value.getBytes(UTF_8));
            case Reply.Display(String text) when version == 2 -> put("$", text.getBytes(UTF_8));
            case Reply.Display(String text) -> put("=", ("txt:" + text).getBytes(UTF_8));
            case Reply.Items(var items) -> {
                put("*" + items.size() + END);
                return items.stream().allMatch(item -> put(item, version));
            }
            case Reply.Pairs(var pairs) -> {
                put((version == 2 ? "*" + 2 * pairs.size() : "%" + pairs.size()) + END);
                for (Entry<String, Reply> pair : pairs) {
                    put("$", pair.getKey().getBytes(UTF_8));
                    put(pair.getValue(), version);
                }
            }
        }
        return to - start <= MAX_REPLY_BYTES;
    }

    private void put(String type, byte[] encoded) {
        put(type + encoded.length + END);
        put(encoded);
        put(END);
    }

    private void put(String text) {
        put(text.getBytes(UTF_8));
    }

    private void put(byte[] more) {
        if (to + more.length > bytes.length) {
            bytes = Arrays.copyOfRange(bytes, from, from + Math.max(MIN_BYTES, 2 * (to - from + more.length)));
            to -= from;
            start -= from;
            from = 0;
        }
        System.arraycopy(more, 0, bytes, to, more.length);
        to += more.length;
    }
}
