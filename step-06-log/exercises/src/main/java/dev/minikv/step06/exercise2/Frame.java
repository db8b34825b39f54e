package dev.minikv.step06.exercise2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/// A frame of a log: a record, and what was known when it was written.
///
/// @param sequence the number of the record: 1 for the first one, and then one more for each
/// @param unforced how many of the records right before this one were not yet forced when it was written
/// @param payload the record
/// @param end the offset of the first byte after the frame
public record Frame(long sequence, long unforced, String payload, int end) {

    private static final int HEADER_BYTES = 2 * Integer.BYTES + 2 * Long.BYTES;

    /// Returns the whole frame that begins at an offset, or empty if there is none.
    ///
    /// @param offset 0 or more; at the end of the log there is no frame
    public static Optional<Frame> at(byte[] log, int offset) {
        int room = log.length - offset - HEADER_BYTES;
        var bytes = ByteBuffer.wrap(log);
        if (room < 0 || bytes.getInt(offset + 4) < 0 || bytes.getInt(offset + 4) > room) {
            return Optional.empty();
        }
        int length = bytes.getInt(offset + 4);
        int start = offset + HEADER_BYTES;
        if (bytes.getInt(offset) != checksum(log, offset + 4, start + length)) {
            return Optional.empty();
        }
        var payload = new String(log, start, length, UTF_8);
        return Optional.of(
                new Frame(bytes.getLong(offset + 8), bytes.getLong(offset + 16), payload, start + length));
    }

    /// Returns the bytes of a frame.
    public static byte[] bytes(long sequence, long unforced, String payload) {
        byte[] text = payload.getBytes(UTF_8);
        var frame = ByteBuffer.allocate(HEADER_BYTES + text.length);
        frame.putInt(0).putInt(text.length).putLong(sequence).putLong(unforced).put(text);
        return frame.putInt(0, checksum(frame.array(), 4, frame.capacity())).array();
    }

    private static int checksum(byte[] bytes, int from, int to) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, to - from);
        return (int) checksum.getValue();
    }
}
