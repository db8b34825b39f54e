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
            if (bytes.length > KEPT_BYTES) {
                bytes = NOTHING;
            }
        }
    }

    /// Returns whether it had room for the reply.
    private boolean put(Reply reply, int version) {
        switch (reply) {
            case Reply.Status(String word) -> line('+', word);
            case Reply.Error(String text) -> line('-', text.strip().replace('\r', ' ').replace('\n', ' '));
            case Reply.Number(long value) -> line(':', value);
            case Reply.Text(String value) -> text('$', "", value);
            case Reply.Nil _ -> line(version == 2 ? "$-1" : "_");
            case Reply.Items(var items) -> {
                line('*', items.size());
                for (Reply item : items) {
                    if (!put(item, version)) {
                        return false;
                    }
                }
            }
            case Reply.Pairs(var pairs) -> {
                line(version == 2 ? '*' : '%', version == 2 ? 2 * pairs.size() : pairs.size());
                for (Entry<String, Reply> pair : pairs) {
                    text('$', "", pair.getKey());
                    if (!put(pair.getValue(), version)) {
                        return false;
                    }
                }
            }
            case Reply.Display(String text) -> text(version == 2 ? '$' : '=', version == 2 ? "" : "txt:", text);
        }
        return to - start <= MAX_REPLY_BYTES;
    }

    private void line(char type, String text) {
        put(type);
        line(text);
    }

    private void line(char type, long number) {
        put(type);
        if (number >= 0 && number < 10) { // most of them
            put((char) ('0' + number));
            line("");
        } else {
            line(Long.toString(number));
        }
    }

    private void text(char type, String kind, String text) {
        byte[] encoded = text.getBytes(UTF_8);
        line(type, kind.length() + encoded.length);
        put(kind.getBytes(UTF_8));
        put(encoded);
        line("");
    }

    private void line(String text) {
        if (!text.isEmpty()) {
            put(text.getBytes(UTF_8));
        }
        put('\r');
        put('\n');
    }

    private void put(char ascii) {
        makeRoom(1);
        bytes[to++] = (byte) ascii;
    }

    private void put(byte[] more) {
        makeRoom(more.length);
        System.arraycopy(more, 0, bytes, to, more.length);
        to += more.length;
    }

    private void makeRoom(int count) {
        if (to + count > bytes.length) {
            bytes = Arrays.copyOfRange(bytes, from, from + Math.max(512, 2 * (to - from + count)));
            to -= from;
            start -= from;
            from = 0;
        }
    }
}
