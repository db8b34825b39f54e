package dev.minikv.step07.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/// Length first: no byte has to be searched for the end of a key or a value.
///
///     header       "minikv", a byte 0, the version: 1 byte, the number of entries: 4 bytes, checksum: 4 bytes
///     each entry   length of the key, length of the value, key, value, checksum: 4 bytes
///     end          checksum of the whole file so far: 4 bytes
///
/// A length counts bytes of UTF-8 and has seven bits in each byte, the lowest first; the top bit says that
/// there are more ([LEB128](https://dwarfstd.org/doc/DWARF5.pdf), section 7.6). Other numbers start
/// with the highest byte. Checksums are CRC-32C
/// ([RFC 3720](https://www.rfc-editor.org/rfc/rfc3720#appendix-B.4)): they find each change of a single
/// bit and nearly every other accident, and keep nobody from changing a file on purpose.
public final class BinaryFormat implements Format {

    private static final String MAGIC = "minikv\0";
    private static final byte VERSION = 1;
    private static final int CHECKSUM_BYTES = 4;
    private static final int HEADER_BYTES = MAGIC.length() + 1 + 4 + CHECKSUM_BYTES;
    private static final int MAX_LENGTH_BYTES = 5;
    private static final int BUFFER_BYTES = 1 << 18;

    @Override
    public String name() {
        return "binary";
    }

    @Override
    public boolean recognizes(byte[] bytes) {
        return Utf8.startsWith(bytes, MAGIC);
    }

    @Override
    public boolean provesEntries() {
        return true;
    }

    @Override
    public void encode(Collection<Entry<String, String>> entries, OutputStream out) throws IOException {
        var all = new CheckedOutputStream(out, new CRC32C());
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        buffer.put(MAGIC.getBytes(UTF_8)).put(VERSION).putInt(entries.size());
        buffer.putInt(checksum(buffer.array(), 0, buffer.position()));
        for (Entry<String, String> entry : entries) {
            byte[] key = Utf8.encode(entry.getKey());
            byte[] value = Utf8.encode(entry.getValue());
            buffer = withRoomFor(2 * MAX_LENGTH_BYTES + key.length + value.length + CHECKSUM_BYTES, buffer, all);
            put(key, value, buffer);
        }
        all.write(buffer.array(), 0, buffer.position()); // now the checksum is that of all
        buffer.clear().putInt((int) all.getChecksum().getValue());
        out.write(buffer.array(), 0, CHECKSUM_BYTES);
    }

    /// Returns a buffer with room. If the one so far has too little, its bytes are written.
    private static ByteBuffer withRoomFor(int bytes, ByteBuffer buffer, OutputStream out) throws IOException {
        if (bytes <= buffer.remaining()) {
            return buffer;
        }
        out.write(buffer.array(), 0, buffer.position());
        return bytes <= buffer.capacity() ? buffer.clear() : ByteBuffer.allocate(bytes);
    }

    private static void put(byte[] key, byte[] value, ByteBuffer buffer) {
        int start = buffer.position();
        putLength(key.length, buffer);
        putLength(value.length, buffer);
        buffer.put(key).put(value);
        buffer.putInt(checksum(buffer.array(), start, buffer.position()));
    }

    private static void putLength(int length, ByteBuffer buffer) {
        int rest = length;
        while (rest >= 0x80) {
            buffer.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        buffer.put((byte) rest);
    }

    private static int checksum(byte[] bytes, int from, int to) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, to - from);
        return (int) checksum.getValue();
    }

    @Override
    public Decoded decode(byte[] bytes) {
        return new Decoder(bytes).decode();
    }

    private static final class Decoder {

        private final byte[] bytes;
        private final List<Entry<String, String>> entries = new ArrayList<>();
        private final List<Damage> damages = new ArrayList<>();
        private int at = HEADER_BYTES;
        private int sure = -1; // how many entries come before the first that is damaged

        private Decoder(byte[] bytes) {
            this.bytes = bytes;
        }

        private Decoded decode() {
            if (bytes.length < HEADER_BYTES + CHECKSUM_BYTES) {
                damage(Damage.Kind.CUT_SHORT, bytes.length);
            } else if (!isWhole(0, HEADER_BYTES - CHECKSUM_BYTES)) {
                damage(Damage.Kind.CHECKSUM, 0);
                readEntries(Long.MAX_VALUE); // as many as there are
            } else if (bytes[MAGIC.length()] != VERSION) {
                damage(Damage.Kind.NEWER_VERSION, MAGIC.length());
            } else {
                readEntries(Integer.toUnsignedLong(intAt(MAGIC.length() + 1)));
            }
            return new Decoded(entries, damages);
        }

        private void readEntries(long count) {
            int end = bytes.length - CHECKSUM_BYTES;
            long read = 0;
            while (read < count && at < end && readEntry()) {
                read++;
            }
            boolean isRightEnd = at == end && (read == count || count == Long.MAX_VALUE);
            if (!isRightEnd && at >= end) {
                damage(Damage.Kind.CUT_SHORT, at);
            } else if (!isRightEnd && read == count) {
                damage(Damage.Kind.AFTER_END, at);
            } else if (damages.isEmpty() && !isWhole(0, end)) {
                damage(Damage.Kind.CHECKSUM, 0);
            }
            if (!isRightEnd) {
                // A damaged length may have led to a wrong place: only what came before it is sure.
                entries.subList(sure < 0 ? entries.size() : sure, entries.size())
                        .clear();
            }
        }

        /// Reads an entry, and returns whether the place is known where the next one starts.
        private boolean readEntry() {
            int start = at;
            long keyLength = readLength();
            long valueLength = readLength();
            long to = at + keyLength + valueLength;
            if (keyLength < 0 || valueLength < 0 || to + CHECKSUM_BYTES > bytes.length) {
                damage(Damage.Kind.CUT_SHORT, start);
                return false;
            }
            if (isWhole(start, (int) to)) {
                Optional<String> key = Utf8.decode(bytes, at, (int) keyLength);
                Optional<String> value = Utf8.decode(bytes, at + (int) keyLength, (int) valueLength);
                if (key.isPresent() && value.isPresent()) {
                    entries.add(Map.entry(key.get(), value.get()));
                } else {
                    damage(Damage.Kind.NOT_UTF8, start);
                }
            } else {
                sure = sure < 0 ? entries.size() : sure;
                damage(Damage.Kind.CHECKSUM, start);
            }
            at = (int) to + CHECKSUM_BYTES;
            return true;
        }

        /// Reads a length, and returns -1 if it has no end.
        private long readLength() {
            long length = 0;
            for (int i = 0; i < MAX_LENGTH_BYTES && at < bytes.length; i++) {
                byte next = bytes[at++];
                length |= (long) (next & 0x7F) << (7 * i);
                if (next >= 0) {
                    return length;
                }
            }
            return -1;
        }

        /// Whether the bytes from one place to another are followed by their checksum.
        private boolean isWhole(int from, int to) {
            return checksum(bytes, from, to) == intAt(to);
        }

        private int intAt(int place) {
            return ByteBuffer.wrap(bytes).getInt(place);
        }

        private void damage(Damage.Kind kind, int offset) {
            damages.add(new Damage(kind, offset));
        }
    }
}
