package dev.minikv.step07.log;

import dev.minikv.step07.disk.Disk;
import dev.minikv.step07.format.Utf8;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.zip.CRC32C;

/// A record in its frame, which says where it ends, what its place is, and whether it is whole.
///
///     checksum   CRC-32C of all that follows: 4 bytes
///     length     of the fields: 4 bytes
///     sequence   the number of the record, one more than that of the record before: 8 bytes
///     unforced   how many records before this one were not forced yet when it was written: 4 bytes
///     type       1 put, 2 delete, 3 clear, 4 end of a snapshot: 1 byte
///     fields     each with its length before it, 4 bytes: keys and values in UTF-8
///
/// Numbers start with the highest byte.
///
/// @param end the offset of the first byte after the frame
record Frame(long sequence, int unforced, LogRecord record, int end) {

    static final int HEADER_BYTES = 4 + 4 + 8 + 4 + 1;
    private static final int LENGTH_BYTES = 4;
    private static final int MAX_FIELD_BYTES = Integer.MAX_VALUE - 64; // and the header, in an array

    private static final byte PUT = 1;
    private static final byte DELETE = 2;
    private static final byte CLEAR = 3;
    private static final byte END = 4;

    /// Returns how many bytes the frame of an entry takes.
    static long sizeOf(String key, String value) {
        return HEADER_BYTES + 2 * LENGTH_BYTES + Utf8.length(key) + Utf8.length(value);
    }

    /// Returns the bytes of a frame.
    ///
    /// @throws java.nio.charset.CharacterCodingException if a text is not [well-formed][Utf8#isWellFormed]
    /// @throws Disk.TooLargeException if there are more than an array can have
    static byte[] encode(long sequence, int unforced, LogRecord record) throws IOException {
        var fields = new ArrayList<byte[]>(2);
        byte type = switch (record) {
            case LogRecord.Put(var entries) -> {
                for (Entry<String, String> entry : entries) {
                    fields.add(Utf8.encode(entry.getKey()));
                    fields.add(Utf8.encode(entry.getValue()));
                }
                yield PUT;
            }
            case LogRecord.Delete(String key) -> {
                fields.add(Utf8.encode(key));
                yield DELETE;
            }
            case LogRecord.Clear() -> CLEAR;
            case LogRecord.End() -> END;
        };
        long length = 0;
        for (byte[] field : fields) {
            length += LENGTH_BYTES + field.length;
        }
        if (length > MAX_FIELD_BYTES) {
            throw new Disk.TooLargeException();
        }
        ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + (int) length);
        frame.position(4)
                .putInt((int) length)
                .putLong(sequence)
                .putInt(unforced)
                .put(type);
        for (byte[] field : fields) {
            frame.putInt(field.length).put(field);
        }
        return frame.putInt(0, checksum(frame.array(), 4, frame.capacity())).array();
    }

    /// Returns how many bytes of fields a header announces, at least 0.
    static int fieldBytes(byte[] header) {
        return Math.max(0, ByteBuffer.wrap(header).getInt(4));
    }

    /// Returns the frame that begins at an offset, or empty if there is no whole one.
    static Optional<Frame> decode(byte[] bytes, int offset) {
        if (bytes.length - offset < HEADER_BYTES) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes, offset, HEADER_BYTES);
        int checksum = header.getInt();
        int length = header.getInt();
        long sequence = header.getLong();
        int unforced = header.getInt();
        byte type = header.get();
        boolean isPossible = length >= 0 && sequence >= 0 && unforced >= 0 && type >= PUT && type <= END;
        if (!isPossible || length > bytes.length - offset - HEADER_BYTES) {
            return Optional.empty(); // without a checksum of many bytes, for each byte of a damaged log
        }
        int end = offset + HEADER_BYTES + length;
        if (checksum != checksum(bytes, offset + 4, end)) {
            return Optional.empty();
        }
        return fields(bytes, offset + HEADER_BYTES, end)
                .flatMap(fields -> record(type, fields))
                .map(record -> new Frame(sequence, unforced, record, end));
    }

    private static int checksum(byte[] bytes, int from, int to) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, to - from);
        return (int) checksum.getValue();
    }

    private static Optional<List<String>> fields(byte[] bytes, int from, int to) {
        var fields = new ArrayList<String>(2);
        int at = from;
        while (at < to) {
            int length = to - at < LENGTH_BYTES ? -1 : ByteBuffer.wrap(bytes).getInt(at);
            at += LENGTH_BYTES;
            Optional<String> field = length < 0 || length > to - at ? Optional.empty() : Utf8.decode(bytes, at, length);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.add(field.get());
            at += length;
        }
        return Optional.of(fields);
    }

    private static Optional<LogRecord> record(byte type, List<String> fields) {
        LogRecord record = switch (type) {
            case PUT -> fields.size() % 2 == 0 ? new LogRecord.Put(entries(fields)) : null;
            case DELETE -> fields.size() == 1 ? new LogRecord.Delete(fields.getFirst()) : null;
            case CLEAR -> fields.isEmpty() ? new LogRecord.Clear() : null;
            case END -> fields.isEmpty() ? new LogRecord.End() : null;
            default -> null;
        };
        return Optional.ofNullable(record);
    }

    private static List<Entry<String, String>> entries(List<String> fields) {
        var entries = new ArrayList<Entry<String, String>>(fields.size() / 2);
        for (int i = 0; i < fields.size(); i += 2) {
            entries.add(Map.entry(fields.get(i), fields.get(i + 1)));
        }
        return entries;
    }
}
